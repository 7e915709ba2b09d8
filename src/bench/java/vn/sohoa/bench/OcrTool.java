package vn.sohoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that makes searchable PDFs of scans, as its users start it; all cores of this machine for each. */
enum OcrTool {
    /** The product's own command. */
    SOHOA {
        @Override
        List<String> files(List<Path> scans, Path out) {
            List<String> line = new ArrayList<>(sohoa());
            scans.forEach(scan -> line.add(scan.toString()));
            line.addAll(List.of("--pdf", out.toString()));
            return line;
        }

        @Override
        List<String> document(Path pdf, Path out) {
            List<String> line = new ArrayList<>(sohoa());
            line.addAll(List.of(pdf.toString(), "--pdf", out.resolve("document.pdf").toString()));
            return line;
        }

        private List<String> sohoa() {
            return List.of("./sohoa", "--data", "target/bench/ocr/data", "read");
        }
    },
    /** Many files: as many at once as there are cores, since --jobs shares only the pages of one. */
    OCRMYPDF {
        @Override
        List<String> files(List<Path> scans, Path out) throws IOException {
            return each(scans, out, "exec ocrmypdf --quiet --jobs 1 --output-type pdfa -l vie \"$1\" \"$0/$(basename \"${1%.*}\").pdf\"");
        }

        @Override
        List<String> document(Path pdf, Path out) {
            return List.of("ocrmypdf", "--quiet", "--jobs", Integer.toString(CORES), "--output-type", "pdfa", "-l", "vie",
                    pdf.toString(), out.resolve("document.pdf").toString());
        }
    },
    /** Its PDF is no PDF/A; it reads no PDF. */
    TESSERACT {
        @Override
        List<String> files(List<Path> scans, Path out) throws IOException {
            return each(scans, out, "exec tesseract \"$1\" \"$0/$(basename \"${1%.*}\")\" -l vie pdf");
        }

        @Override
        List<String> document(Path pdf, Path out) {
            return List.of();
        }
    };

    static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Large files are measured too; defaults of the house are made for papers of a dossier. */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "OMP_THREAD_LIMIT", "1",
            "SOHOA_READING_MAXFILE", "2GB",
            "SOHOA_READING_MAXANSWER", "8GB",
            "SOHOA_READING_MAXPAGES", "10000");

    /** Each scan becomes {@code out/<name>.pdf}. */
    abstract List<String> files(List<Path> scans, Path out) throws IOException;

    /** One PDF becomes {@code out/document.pdf}; empty if the program cannot. */
    abstract List<String> document(Path pdf, Path out);

    String command() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> each(List<Path> scans, Path out, String script) throws IOException {
        Path list = out.resolveSibling("list.txt");
        Files.write(list, scans.stream().map(Path::toString).toList());
        return List.of("xargs", "-a", list.toString(), "-d", "\n", "-P", Integer.toString(CORES), "-n", "1",
                "sh", "-c", script, out.toString());
    }
}
