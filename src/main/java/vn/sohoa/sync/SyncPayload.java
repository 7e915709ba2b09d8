package vn.sohoa.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Person;

/**
 * One dossier for the national portal, in the field names of the national contract, letter for letter (requirements d.3; first
 * depth: the fields that the catalogue knows).
 */
record SyncPayload(
        @JsonProperty("MaHoSo") String maHoSo,
        @JsonProperty("MaTTHC") @Nullable String maTthc,
        @JsonProperty("TenTTHC") @Nullable String tenTthc,
        @JsonProperty("ChuHoSo") @Nullable String chuHoSo,
        @JsonProperty("NgayTiepNhan") @Nullable String ngayTiepNhan,
        @JsonProperty("NgayHenTra") @Nullable String ngayHenTra,
        @JsonProperty("DonViXuLy") String donViXuLy,
        @JsonProperty("NoiNopHoSo") String noiNopHoSo,
        @JsonProperty("HoSoCoThanhPhanSoHoa") int hoSoCoThanhPhanSoHoa,
        @JsonProperty("TaiLieuNop") List<File> taiLieuNop) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A paper of the dossier (TaiLieuNop). */
    record File(
            @JsonProperty("TepDinhKemId") String tepDinhKemId,
            @JsonProperty("TenTepDinhKem") String tenTepDinhKem,
            @JsonProperty("IsDeleted") boolean isDeleted,
            @JsonProperty("DuocSoHoa") int duocSoHoa,
            @JsonProperty("DuocTaiSuDung") int duocTaiSuDung,
            @JsonProperty("DuocLayTuKhoDMQG") int duocLayTuKhoDmqg) {}

    static byte[] of(Dossier dossier, List<Document> stored) {
        return JSON.writeValueAsBytes(new SyncPayload(
                dossier.code().value(),
                dossier.procedure() == null ? null : dossier.procedure().value(),
                dossier.procedureName(),
                dossier.dossierOwner().map(Person::name).orElse(null),
                dossier.received() == null ? null : time(dossier.received().toString()),
                dossier.due() == null ? null : time(dossier.due().toString()),
                dossier.processingUnit().value(),
                dossier.receivingUnit().value(),
                stored.isEmpty() ? 0 : 1,
                stored.stream()
                        .map(paper ->
                                new File(paper.id().toString(), paper.source().name(), false, 1, 0, 0))
                        .toList()));
    }

    /** Times are {@code yyyyMMddHHmmss}; a day begins at midnight. */
    private static String time(String isoDay) {
        return isoDay.replace("-", "") + "000000";
    }
}
