package vn.sohoa.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/** Keeps the committed samples whole, and makes them anew when asked to with {@code -Dsamples.update=true}. */
class SampleInboxTest {
    private static final Set<String> AROUND = Set.of(".ready", "dossier.json");
    private static final Set<String> NOT_PRINTED_SO = Set.of("issuedDate", "ownerName", "serialNumber");

    @Test
    @EnabledIfSystemProperty(named = "samples.update", matches = "true")
    void drawsTheInboxAnewWhenAsked() throws IOException {
        String only = System.getProperty("samples.only", "");
        if (only.isEmpty()) {
            try (AgencySigner signer = new AgencySigner()) {
                signer.writeAnchor();
                new SampleInbox(signer).writeAll(only);
            }
        } else {
            new SampleInbox(SampleSigner.NONE).writeAll(only);
        }
    }

    @Test
    void holdsEnoughDossiersPapersAndPagesInLittleRoom() throws IOException {
        List<SampleTruth> truths = truths();
        int papers = truths.stream().mapToInt(t -> t.papers().size()).sum();
        int pages = truths.stream()
                .flatMap(t -> t.papers().stream())
                .mapToInt(p -> p.pages().size())
                .sum();
        long bytes = 0;
        try (Stream<Path> files = Files.walk(SampleInbox.FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(truths).hasSizeGreaterThanOrEqualTo(14);
        assertThat(papers).isGreaterThanOrEqualTo(44);
        assertThat(pages).isGreaterThanOrEqualTo(76);
        assertThat(bytes).isLessThan(18_000_000L);
    }

    @Test
    void everyFileHasItsTruthAndItsLineInTheManifest() throws IOException {
        for (SampleDossier dossier : SampleDossier.all()) {
            Path folder = SampleInbox.FOLDER.resolve(dossier.code());
            List<String> listed = dossier.papers().stream()
                    .map(SampleDossier.Paper::file)
                    .sorted()
                    .toList();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(f -> f.getFileName().toString())
                                .filter(n -> !AROUND.contains(n))
                                .sorted())
                        .as(dossier.code())
                        .containsExactlyElementsOf(listed);
            }
            assertThat(SampleTruth.read(dossier.code()).papers().stream()
                            .map(SampleTruth.Paper::file)
                            .sorted())
                    .as(dossier.code())
                    .containsExactlyElementsOf(listed);
            assertThat(folder.resolve(".ready")).exists();
            assertThat(manifest(dossier))
                    .as(dossier.code())
                    .isEqualTo(dossier.manifest().equals("NONE") ? List.of() : listed);
        }
    }

    @Test
    void everyFieldOfTheTruthIsPrintedOnThePaper() throws IOException {
        for (SampleTruth truth : truths()) {
            for (SampleTruth.Paper paper : truth.papers()) {
                String printed = paper.pages().stream().map(PageTruth::columns).collect(Collectors.joining("\n"));
                for (Map.Entry<String, String> field : paper.fields().entrySet()) {
                    if (!printed.isEmpty() && !NOT_PRINTED_SO.contains(field.getKey())) {
                        assertThat(OcrScore.normal(printed))
                                .as("%s/%s %s", truth.dossier(), paper.file(), field.getKey())
                                .containsIgnoringCase(OcrScore.normal(field.getValue()));
                    }
                }
            }
        }
    }

    @Test
    void drawsTheSamePaperAgain() throws IOException {
        SampleDossier dossier = SampleDossier.all().stream()
                .filter(d -> d.code().equals("H58.13.35-261112-0032"))
                .findFirst()
                .orElseThrow();
        List<SampleDossier.Paper> some = dossier.papers().stream()
                .filter(p -> !p.form().contains("LOST"))
                .toList();
        for (SampleDossier.Paper paper : some) {
            PaperFile file = new PaperFile(dossier.code() + "/" + paper.file(), paper.form());
            PaperText text = PaperText.load(String.valueOf(paper.text()));
            SamplePages.Drawn once = file.make(text);
            assertThat(file.make(text).bytes()).as(paper.file()).isEqualTo(once.bytes());
            SampleTruth.Paper committed = SampleTruth.read(dossier.code()).papers().stream()
                    .filter(p -> p.file().equals(paper.file()))
                    .findFirst()
                    .orElseThrow();
            assertThat(committed.pages()).as(paper.file()).isEqualTo(once.truths());
            Path there = SampleInbox.FOLDER.resolve(dossier.code()).resolve(paper.file());
            if (paper.file().endsWith(".png")) {
                // another JDK may draw letters a hair differently: the size is what must agree
                BufferedImage drawn = ImageIO.read(new java.io.ByteArrayInputStream(once.bytes()));
                BufferedImage kept = ImageIO.read(there.toFile());
                assertThat(kept.getWidth()).isEqualTo(drawn.getWidth());
                assertThat(kept.getHeight()).isEqualTo(drawn.getHeight());
            }
        }
    }

    private static List<SampleTruth> truths() throws IOException {
        return SampleDossier.all().stream().map(d -> SampleTruth.read(d.code())).toList();
    }

    private static List<String> manifest(SampleDossier dossier) throws IOException {
        Path json = SampleInbox.FOLDER.resolve(dossier.code()).resolve("dossier.json");
        List<String> names = new ArrayList<>();
        if (Files.exists(json)) {
            JsonNode root = SampleTruth.mapper().readTree(json);
            assertThat(root.get("code").asString()).isEqualTo(dossier.code());
            root.get("papers").forEach(p -> names.add(p.get("file").asString()));
        } else {
            Files.readAllLines(SampleInbox.FOLDER.resolve("manifest.csv")).stream()
                    .filter(line -> line.startsWith(dossier.code() + ","))
                    .forEach(line -> names.add(Arrays.asList(line.split(",")).get(8)));
        }
        return names.stream().sorted().toList();
    }
}
