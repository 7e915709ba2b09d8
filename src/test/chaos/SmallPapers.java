import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;

/**
 * {@code java SmallPapers.java SAMPLES INBOX FIRST COUNT}: COUNT dossiers of three small papers each, numbered from FIRST, made
 * from sample papers of invented people. Every file differs from every other in a byte that no reader looks at.
 */
public final class SmallPapers {
    private static final List<String> UNITS = List.of("H15.12", "H15.12", "H15.12", "H49.18", "H58.13.35");

    private SmallPapers() {}

    public static void main(String[] arguments) throws IOException {
        Path samples = Path.of(arguments[0]);
        Path inbox = Path.of(arguments[1]);
        int first = Integer.parseInt(arguments[2]);
        int count = Integer.parseInt(arguments[3]);
        byte[] word = Files.readAllBytes(samples.resolve("H58.13.35-261106-0003/giay-de-nghi.docx"));
        byte[] pdf = Files.readAllBytes(samples.resolve("H58.13.35-261112-0032/chi-thi-07.pdf"));
        byte[] picture = Files.readAllBytes(samples.resolve("H58.13.35-261112-0031/giay-gioi-thieu.png"));
        for (int n = first; n < first + count; n++) {
            String unit = UNITS.get(n % UNITS.size());
            String code = "%s-261116-%04d".formatted(unit, n);
            Path folder = Files.createDirectories(inbox.resolve(code));
            Files.write(folder.resolve("giay-de-nghi.docx"), zip(word, n));
            Files.write(folder.resolve("chi-thi.pdf"), pdf(pdf, n));
            if (n % 5 == 0) {
                Files.write(folder.resolve("giay-gioi-thieu.png"), png(picture, n));
            } else {
                Files.write(folder.resolve("giay-gioi-thieu.docx"), zip(word, -n));
            }
            Files.writeString(folder.resolve("dossier.json"), manifest(code, unit, n));
            Files.createFile(folder.resolve(".ready"));
        }
    }

    private static String manifest(String code, String unit, int n) {
        String third = n % 5 == 0 ? "giay-gioi-thieu.png" : "giay-gioi-thieu.docx";
        LocalDate due = LocalDate.parse("2026-11-20").plusDays(n % 7);
        return """
                {"code": "%s", "procedure": "1.004873", "procedureName": "Thủ tục mẫu", "received": "2026-11-16",
                 "due": "%s", "receivingUnit": "%s", "processingUnit": "%s", "papers": [
                  {"file": "giay-de-nghi.docx", "title": "Giấy đề nghị"},
                  {"file": "chi-thi.pdf", "title": "Chỉ thị"},
                  {"file": "%s", "title": "Giấy giới thiệu"}]}
                """.formatted(code, due, unit, unit, third);
    }

    /** A comment behind the directory. */
    private static byte[] zip(byte[] file, int n) {
        byte[] comment = mark(n);
        byte[] marked = ByteBuffer.allocate(file.length + comment.length).put(file).put(comment).array();
        marked[file.length - 2] = (byte) comment.length;
        return marked;
    }

    /** A comment behind the end. */
    private static byte[] pdf(byte[] file, int n) {
        byte[] comment = ("\n%" + new String(mark(n), StandardCharsets.US_ASCII) + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(file.length + comment.length).put(file).put(comment).array();
    }

    /** A text chunk before the last one. */
    private static byte[] png(byte[] file, int n) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write("tEXtNumber".getBytes(StandardCharsets.US_ASCII));
        body.write(0);
        body.write(mark(n));
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        int end = file.length - 12;
        return ByteBuffer.allocate(file.length + 8 + body.size())
                .put(file, 0, end)
                .putInt(body.size() - 4)
                .put(body.toByteArray())
                .putInt((int) crc.getValue())
                .put(file, end, 12)
                .array();
    }

    private static byte[] mark(int n) {
        return "%08d".formatted(n).getBytes(StandardCharsets.US_ASCII);
    }
}
