package vn.sohoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.SohoaApplication;
import vn.sohoa.access.Accounts;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Role;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.Box;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.IndexedDocument;
import vn.sohoa.signing.TrustState;

/**
 * An installation of invented papers, filled past the stages: catalogue and index as a night would leave them, four papers a dossier,
 * one owner each, signed and approved; no objects and no history. Filled once, found again by its mark.
 */
final class CounterArchive {
    static final String PASSWORD = "quay giao dich mot cua";
    /** Papers of a dossier. */
    static final int EACH = 4;

    static final int UNITS = 20;
    private static final List<List<String>> KINDS = List.of(
            List.of("GIAY_KHAI_SINH", "Giấy khai sinh"),
            List.of("GCN_QUYEN_SU_DUNG_DAT", "Giấy chứng nhận quyền sử dụng đất"),
            List.of("GIAY_KHAM_SUC_KHOE", "Giấy khám sức khỏe"),
            List.of("GIAY_PHEP_XAY_DUNG", "Giấy phép xây dựng"));

    private final GeneratedPapers papers = new GeneratedPapers(20261122);
    private final int documents;

    CounterArchive(int documents) {
        this.documents = documents;
    }

    static UUID id(int paper) {
        return new UUID(0x5040L << 48 | 0x4000, 1L << 63 | paper);
    }

    static String owner(int paper) {
        return String.format("0%02d%09d", paper / EACH % 90 + 1, paper / EACH);
    }

    static String kind(int paper) {
        return KINDS.get(paper % EACH).get(0);
    }

    static String unit(int paper) {
        return "H15." + (10 + paper / EACH % UNITS);
    }

    /** Of the account: every other one for the whole province, the others of one unit each. */
    static String unitOfAccount(int account) {
        return account % 2 == 0 ? AgencyScope.EVERY_UNIT : "H15." + (10 + account % UNITS);
    }

    static String account(int number) {
        return "quay" + (10 + number);
    }

    IndexedDocument paper(int number) {
        IndexedDocument words = papers.paper(number);
        return new IndexedDocument(
                id(number).toString(), 5, dossier(number), kind(number), KINDS.get(number % EACH).get(1),
                words.title(), owner(number), words.ownerName(), "•••", words.agency(), words.issuedDate(), null, "STORED",
                words.codes(), words.pages(), AgencyScope.above(unit(number)));
    }

    static String dossier(int paper) {
        return String.format("%s-260302-%07d", unit(paper), paper / EACH + 1);
    }

    /** Fills the folder unless it was filled before. */
    void fill(Path data, int accounts) throws IOException, SQLException {
        Path mark = data.resolve("filled");
        if (Files.exists(mark)) {
            return;
        }
        long begin = System.nanoTime();
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--sohoa.home=" + Path.of("").toAbsolutePath(), "--sohoa.data=" + data)) {
            TrustState trust = TrustState.of(data.resolve("trust"), Instant.now());
            rows(house.getBean(DataSource.class), trust.policy(), trust.anchors());
            house.getBean(DocumentIndex.class).rebuild(IntStream.range(0, documents).mapToObj(this::paper));
            Accounts book = house.getBean(Accounts.class);
            book.first();
            for (int i = 0; i < accounts; i++) {
                Accounts.Made made = book.add(Visitor.machine("bench"), account(i), "Quầy " + i,
                        EnumSet.of(Role.PROCESSING_OFFICER, Role.RECORDS_OFFICER), unitOfAccount(i));
                Visitor owner = new Visitor(account(i), "Quầy", made.account().roles(), unitOfAccount(i), "machine");
                book.changePassword(owner, made.password(), PASSWORD);
            }
        }
        Files.writeString(mark, String.valueOf(documents));
        System.err.printf("filled %d papers in %.0f s%n", documents, (System.nanoTime() - begin) / 1e9);
    }

    /** Dossiers and papers, their signatures judged by what these digests name. */
    void rows(DataSource source, String policy, String anchors) throws SQLException {
        JsonMapper json = JsonMapper.shared();
        String signature = json.writeValueAsString(new SignatureReport(SignatureVerdict.HOP_LE,
                List.of(new SignatureReport.Reason("HOP_LE", "Hợp lệ")), List.of(), policy, anchors)
                .at(Instant.now()));
        try (Connection connection = source.getConnection();
                PreparedStatement dossier = connection.prepareStatement("insert into dossier (code, procedure_code,"
                        + " owner_kind, owner_number, owner_name, received_on, receiving_unit, processing_unit)"
                        + " values (?, '1.004873', 'CITIZEN', ?, ?, ?, ?, ?)");
                PreparedStatement paper = connection.prepareStatement("insert into document (id, version, dossier_code,"
                        + " ordinal, source_name, source_sha256, source_bytes, title, copy_form, show_only, is_result,"
                        + " received_at, status, standing, media_type, pages, type_code, type_name, type_confidence,"
                        + " field_values, owner_kind, owner_number, signature, problem_detail, objects, verified_by, stored_at)"
                        + " values (?, 5, ?, ?, 'a.pdf', ?, 1000, ?, 'ORIGINAL', false, true, current_timestamp, 'STORED',"
                        + " 'VERIFIED', 'application/pdf', 1, ?, ?, 99, ?, 'CITIZEN', ?, ?, '', ?, 'quay11',"
                        + " current_timestamp)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < documents; i++) {
                IndexedDocument words = paper(i);
                if (i % EACH == 0) {
                    set(dossier, dossier(i), owner(i), words.ownerName(), Date.valueOf(LocalDate.of(2026, 3, 2)),
                            unit(i), unit(i));
                }
                String hash = Sha256.of(words.document().getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
                String objects = json.writeValueAsString(List.of(
                        new StoredObject("MASTER", "H15/" + hash, new Sha256(hash), 1000),
                        new StoredObject("ACCESS", "H15/k" + hash, new Sha256(hash), 1000)));
                set(paper, id(i), dossier(i), i % EACH + 1, hash, words.title(), kind(i), words.typeName(),
                        json.writeValueAsString(values(words)), owner(i), signature, objects);
                if (i % 1000 == 999 || i == documents - 1) {
                    dossier.executeBatch();
                    paper.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static List<ExtractedValue> values(IndexedDocument words) {
        List<ExtractedValue> values = new ArrayList<>();
        values.add(value(FieldName.OWNER_NAME, words.ownerName()));
        values.add(value(FieldName.OWNER_ID, words.ownerId()));
        values.add(value(FieldName.ISSUED_DATE, words.issuedDate()));
        values.add(value(FieldName.AGENCY, words.agency()));
        values.add(value(FieldName.CODE_NUMBER, words.codes().get(0)));
        values.add(value(FieldName.SUBJECT, words.title()));
        return values;
    }

    private static ExtractedValue value(String field, String text) {
        return new ExtractedValue(field, text, text, 1, new Box(100, 200, 300, 40), 98, ExtractedValue.Method.OCR);
    }

    private static void set(PreparedStatement row, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
        row.addBatch();
    }
}
