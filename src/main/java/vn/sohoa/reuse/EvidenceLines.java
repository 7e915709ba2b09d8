package vn.sohoa.reuse;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.sohoa.catalog.ReuseEntry;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.SignatureReport;

/** What the evidence sheet (phiếu chứng cứ tái sử dụng) says, in the words of officers; numbers of persons are masked. */
final class EvidenceLines {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private EvidenceLines() {}

    static Map<String, String> of(
            Document paper, ReuseEntry entry, long number, ReuseDecision decision, SignatureReport signature) {
        Map<String, String> lines = new LinkedHashMap<>();
        Map<String, String> evidence = decision.evidence();
        OwnerId owner = paper.owner();
        lines.put("Giấy tờ", paper.type().name());
        lines.put(
                "Số, ký hiệu",
                OwnerId.maskedIn(paper.value(FieldName.CODE_NUMBER).orElse("–")));
        lines.put("Ngày cấp", paper.value(FieldName.ISSUED_DATE).orElse("–"));
        lines.put("Cơ quan cấp", paper.value(FieldName.AGENCY).orElse("–"));
        lines.put("Chủ giấy tờ", owner == null ? "–" : owner.masked());
        lines.put("Mã kết quả số hóa", OwnerId.maskedIn(String.valueOf(paper.code())));
        lines.put("Mã giấy tờ trong kho", paper.id().toString());
        lines.put("Hồ sơ gốc", paper.dossier().value());
        lines.put("Dùng cho hồ sơ", entry.forDossier().value());
        lines.put("Mục đích", OwnerId.maskedIn(entry.purpose()));
        lines.put("Cán bộ lấy", entry.officer());
        lines.put("Chữ ký số", verdict(signature));
        lines.put("Người duyệt tái sử dụng", evidence.getOrDefault("approvedBy", "–"));
        lines.put("Hiệu lực", validity(evidence));
        lines.put("Căn cứ", evidence.getOrDefault("basis", "–"));
        lines.put("Quy tắc", evidence.getOrDefault("rule", "–") + ", bản " + evidence.getOrDefault("rules", "–"));
        lines.put("SHA-256 của tệp", entry.sha256().hex());
        lines.put("Số trong sổ tái sử dụng", String.valueOf(number));
        lines.put("Thời điểm", time(entry.at()));
        return lines;
    }

    private static String verdict(SignatureReport signature) {
        String checked =
                signature.checkedAt().map(at -> ", kiểm tra lúc " + time(at)).orElse("");
        return signature.verdict().vietnamese() + checked + ". "
                + signature.reasons().get(0).message();
    }

    private static String validity(Map<String, String> evidence) {
        String last = evidence.get("lastDay");
        String printed = evidence.get("validUntil");
        String end =
                last != null ? "đến hết ngày " + last : printed != null ? "đến " + printed : "không có ngày hết hạn";
        return "Còn hiệu lực vào ngày nộp hồ sơ " + evidence.getOrDefault("on", "–") + ", " + end;
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
