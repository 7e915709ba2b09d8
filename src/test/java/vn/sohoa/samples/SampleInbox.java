package vn.sohoa.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inbox of the demo job: draws every dossier of the list, writes manifests and the truth. */
public final class SampleInbox {
    /** The committed inbox. */
    public static final Path FOLDER = Path.of("jobs/samples/inbox");

    private final SampleSigner signer;

    SampleInbox(SampleSigner signer) {
        this.signer = signer;
    }

    /** A dossier's files by name, in the order of the manifest, and what is true of them. */
    record Built(Map<String, byte[]> files, SampleTruth truth) {}

    /** Replaces the inbox and the truths, or only the dossiers whose code begins with a prefix. */
    void writeAll(String prefix) throws IOException {
        List<SampleDossier> all = SampleDossier.all();
        Files.createDirectories(FOLDER);
        Files.createDirectories(SampleTruth.FOLDER);
        for (SampleDossier dossier : all) {
            if (dossier.code().startsWith(prefix)) {
                write(dossier);
            }
        }
        SampleManifests.csv(
                all.stream().filter(d -> d.manifest().equals("CSV")).toList(), FOLDER.resolve("manifest.csv"));
    }

    private void write(SampleDossier dossier) throws IOException {
        boolean signed = dossier.papers().stream().anyMatch(p -> SampleSigner.wanted(p.form()));
        if (signed && signer == SampleSigner.NONE) {
            throw new IllegalStateException(dossier.code() + " has signed papers: draw all dossiers, under one root");
        }
        Path folder = FOLDER.resolve(dossier.code());
        clear(folder);
        Files.createDirectories(folder);
        Built built = build(dossier);
        for (Map.Entry<String, byte[]> file : built.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        if (dossier.manifest().equals("JSON")) {
            SampleManifests.json(dossier, built.truth(), folder.resolve("dossier.json"));
        }
        Files.write(folder.resolve(".ready"), new byte[0]);
        built.truth().write();
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> old = Files.walk(folder)) {
            old.sorted(Comparator.reverseOrder()).forEach(p -> {
                try {
                    Files.delete(p);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    Built build(SampleDossier dossier) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<SampleTruth.Paper> papers = new ArrayList<>();
        for (SampleDossier.Paper paper : dossier.papers()) {
            papers.add(paper(dossier, paper, files, papers));
        }
        return new Built(files, new SampleTruth(dossier.code(), papers));
    }

    private SampleTruth.Paper paper(
            SampleDossier dossier, SampleDossier.Paper p, Map<String, byte[]> files, List<SampleTruth.Paper> before)
            throws IOException {
        if (p.form().startsWith("same ")) {
            String original = p.form().substring(5);
            files.put(p.file(), must(files, original));
            SampleTruth.Paper o = before.stream()
                    .filter(t -> t.file().equals(original))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(original + " does not come before " + p.file()));
            return new SampleTruth.Paper(
                    p.file(), o.type(), p.end(), p.problem(), p.poor(), o.signature(), o.fields(), o.pages());
        }
        if (p.text() == null) {
            files.put(p.file(), PaperFile.special(p.form()));
            return new SampleTruth.Paper(
                    p.file(), "KHAC", p.end(), p.problem(), p.poor(), "KHONG_CO_CHU_KY", Map.of(), List.of());
        }
        PaperText text = PaperText.load(p.text());
        SamplePages.Drawn drawn = new PaperFile(dossier.code() + "/" + p.file(), p.form()).make(text);
        SampleSigner.Signed signed = signer.sign(p.form(), text, drawn.bytes());
        files.put(p.file(), signed.bytes());
        return new SampleTruth.Paper(
                p.file(),
                text.fact("type", "KHAC"),
                p.end(),
                p.problem(),
                p.poor(),
                signed.verdict(),
                SampleDossier.printed(text),
                drawn.truths());
    }

    private static byte[] must(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("no file " + name + " yet");
        }
        return bytes;
    }
}
