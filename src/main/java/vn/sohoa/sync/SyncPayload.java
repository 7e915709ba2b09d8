package vn.sohoa.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dossier for the national portal, in the field names of the national contract, letter for letter and in its order. */
record SyncPayload(
        @JsonProperty("MaHoSo") String maHoSo,
        @JsonProperty("MaTTHC") @Nullable String maTthc,
        @JsonProperty("TenTTHC") @Nullable String tenTthc,
        @JsonProperty("MaLinhVuc") @Nullable String maLinhVuc,
        @JsonProperty("TenLinhVuc") @Nullable String tenLinhVuc,
        @JsonProperty("KenhThucHien") @Nullable Integer kenhThucHien,
        @JsonProperty("ChuHoSo") @Nullable String chuHoSo,
        @JsonProperty("SoGiayToChuHoSo") @Nullable String soGiayToChuHoSo,
        @JsonProperty("LoaiDoiTuong") @Nullable Integer loaiDoiTuong,
        @JsonProperty("NgayTiepNhan") @Nullable String ngayTiepNhan,
        @JsonProperty("NgayHenTra") @Nullable String ngayHenTra,
        @JsonProperty("NgayKetThucXuLy") @Nullable String ngayKetThucXuLy,
        @JsonProperty("NgayTra") @Nullable String ngayTra,
        @JsonProperty("TrangThaiHoSo") int trangThaiHoSo,
        @JsonProperty("DonViXuLy") String donViXuLy,
        @JsonProperty("NoiNopHoSo") String noiNopHoSo,
        @JsonProperty("HoSoCoThanhPhanSoHoa") int hoSoCoThanhPhanSoHoa,
        @JsonProperty("TaiKhoanDuocXacThucVoiVNeID") int taiKhoanDuocXacThucVoiVneid,
        @JsonProperty("DuocThanhToanTrucTuyen") int duocThanhToanTrucTuyen,
        @JsonProperty("DinhDanhCHS") List<SyncMapping.Identity> dinhDanhChs,
        @JsonProperty("DSKetNoiCSDL") List<SyncMapping.Source> dsKetNoiCsdl,
        @JsonProperty("TaiLieuNop") List<SyncMapping.File> taiLieuNop,
        @JsonProperty("DanhSachGiayToKetQua") List<SyncMapping.Result> danhSachGiayToKetQua) {}
