package vn.sohoa.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Person;

/** Puts a dossier into the words of the national contract: numbers for kinds and flags, times without signs, links. */
final class SyncMapping {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int IN_WORK = 4;
    private static final int FINISHED = 9;
    private static final int RETURNED = 10;

    private SyncMapping() {}

    /** A number of the owner (DinhDanhCHS). */
    record Identity(
            @JsonProperty("LoaiDinhDanh") String loaiDinhDanh,
            @JsonProperty("SoDinhDanh") String soDinhDanh) {}

    /** A database that was asked (DSKetNoiCSDL). */
    record Source(@JsonProperty("MaCSDL") String maCsdl) {}

    /** A paper of the dossier (TaiLieuNop). */
    record File(
            @JsonProperty("TepDinhKemId") String tepDinhKemId,
            @JsonProperty("TenTepDinhKem") String tenTepDinhKem,
            @JsonProperty("IsDeleted") boolean isDeleted,
            @JsonProperty("MaThanhPhanHoSo") @Nullable String maThanhPhanHoSo,
            @JsonProperty("DuongDanTaiTepTin") String duongDanTaiTepTin,
            @JsonProperty("DuocSoHoa") int duocSoHoa,
            @JsonProperty("DuocTaiSuDung") int duocTaiSuDung,
            @JsonProperty("DuocLayTuKhoDMQG") int duocLayTuKhoDmqg,
            @JsonProperty("MaKetQuaThayThe") @Nullable String maKetQuaThayThe) {}

    /** A result (DanhSachGiayToKetQua). */
    record Result(
            @JsonProperty("TenGiayTo") String tenGiayTo,
            @JsonProperty("MaThanhPhanHoSo") @Nullable String maThanhPhanHoSo,
            @JsonProperty("GiayToId") String giayToId,
            @JsonProperty("DuongDanTepTinKetQua") String duongDanTepTinKetQua,
            @JsonProperty("MaGiayToKetQua") @Nullable String maGiayToKetQua) {}

    static byte[] of(Submission told, SyncSettings settings) {
        Dossier dossier = told.dossier();
        Handling handling = told.handling();
        OwnerId owner = dossier.dossierOwner().map(Person::id).orElse(null);
        return JSON.writeValueAsBytes(new SyncPayload(
                dossier.code().value(),
                dossier.procedure() == null ? null : dossier.procedure().value(),
                dossier.procedureName(),
                handling.fieldCode(),
                handling.fieldName(),
                handling.channel() == null ? null : handling.channel().code(),
                dossier.dossierOwner().map(Person::name).orElse(null),
                owner == null ? null : owner.value(),
                ownerType(handling, owner),
                time(dossier.received()),
                time(dossier.due()),
                time(handling.finished()),
                time(handling.returned()),
                state(handling),
                dossier.processingUnit().value(),
                dossier.receivingUnit().value(),
                told.components().isEmpty() ? 0 : 1,
                flag(handling.vneid()),
                flag(handling.paidOnline()),
                identities(owner, settings),
                handling.dataSources().stream().map(Source::new).toList(),
                told.components().stream().map(paper -> file(paper, settings)).toList(),
                told.results().stream().map(paper -> result(paper, settings)).toList()));
    }

    private static File file(Submission.Paper paper, SyncSettings settings) {
        return new File(
                paper.document().id().toString(),
                paper.document().source().name(),
                false,
                paper.handling().component(),
                link(paper, settings),
                1,
                paper.handling().reuse().code(),
                flag(paper.handling().nationalStore()),
                paper.handling().replacedResult());
    }

    private static Result result(Submission.Paper paper, SyncSettings settings) {
        return new Result(
                paper.document().title(),
                paper.handling().component(),
                paper.document().id().toString(),
                link(paper, settings),
                paper.document().code());
    }

    private static String link(Submission.Paper paper, SyncSettings settings) {
        return settings.links().replace("{document}", paper.document().id().toString());
    }

    private static List<Identity> identities(@Nullable OwnerId owner, SyncSettings settings) {
        String kind = owner == null ? null : settings.identityKinds().get(owner.kind());
        return owner == null || kind == null ? List.of() : List.of(new Identity(kind, owner.value()));
    }

    private static @Nullable Integer ownerType(Handling handling, @Nullable OwnerId owner) {
        if (handling.ownerType() != null) {
            return handling.ownerType().code();
        }
        if (owner == null) {
            return null;
        }
        return (owner.kind() == OwnerId.Kind.TAX ? Handling.OwnerType.ENTERPRISE : Handling.OwnerType.CITIZEN).code();
    }

    private static int state(Handling handling) {
        if (handling.state() != null) {
            return handling.state();
        }
        return handling.returned() != null ? RETURNED : handling.finished() != null ? FINISHED : IN_WORK;
    }

    private static int flag(@Nullable Boolean said) {
        return Boolean.TRUE.equals(said) ? 1 : 0;
    }

    /** Times are {@code yyyyMMddHHmmss}; a day begins at midnight. */
    private static @Nullable String time(@Nullable LocalDate day) {
        return day == null ? null : day.toString().replace("-", "") + "000000";
    }
}
