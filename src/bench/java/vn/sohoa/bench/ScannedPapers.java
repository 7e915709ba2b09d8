package vn.sohoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.JsonNode;
import vn.sohoa.imaging.CleanedPage;
import vn.sohoa.imaging.ImagingLimits;
import vn.sohoa.imaging.PageRenderer;
import vn.sohoa.imaging.PageSource;
import vn.sohoa.imaging.PageView;
import vn.sohoa.ocr.OcrEngine;
import vn.sohoa.ocr.OcrEngines;
import vn.sohoa.ocr.UprightReading;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.papers.GeneratedPaper;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;
import vn.sohoa.samples.ScanDamage.Kind;

/** Draws papers, damages them as scanners do and reads them as a reader of the house does; words are kept for the next time. */
final class ScannedPapers {
    private static final ImagingLimits LIMITS = new ImagingLimits(9, 40_000_000, 120_000_000);
    private static final Kind[] DAMAGES = {
        Kind.OFFICE, Kind.OFFICE, Kind.SKEW, Kind.NOISE, Kind.BLUR, Kind.SHADOW, Kind.FAINT, Kind.BLEED, Kind.PHOTO, Kind.WEAK, Kind.FAX,
        Kind.OFFICE, Kind.BAD
    };

    private final Path folder;
    private final ThreadLocal<OcrEngine> engines = ThreadLocal.withInitial(() ->
            OcrEngines.tesseract(Path.of("ocr-models"), "vie", "vie_best", Path.of("target", "ocr-natives")));

    private final String same;

    /** @param same damage of all papers, or empty: each has its own */
    ScannedPapers(Path folder, String same) {
        this.folder = folder;
        this.same = same;
    }

    boolean isKept(GeneratedPaper paper) {
        return Files.exists(file(paper));
    }

    private Path file(GeneratedPaper paper) {
        String name = paper.type() + "-" + paper.layout() + "-" + paper.seed() + "-" + damage(paper);
        return folder.resolve(name.replaceAll("[^A-Za-z0-9_+\\-]", "_") + ".json");
    }

    /** Each paper has its damage, a third are scanned at 300 dpi. */
    private static int number(GeneratedPaper paper) {
        return Math.floorMod((paper.type() + paper.layout() + paper.seed()).hashCode(), 3 * DAMAGES.length);
    }

    private Kind damage(GeneratedPaper paper) {
        return same.isEmpty() ? DAMAGES[number(paper) % DAMAGES.length] : Kind.valueOf(same);
    }

    List<PageText> read(GeneratedPaper paper) throws IOException {
        Kind damage = damage(paper);
        int dpi = number(paper) < DAMAGES.length ? 300 : 200;
        Path kept = file(paper);
        if (!Files.exists(kept)) {
            List<PageText> pages = new ArrayList<>();
            for (SamplePages.Page page : paper.draw(dpi, 0.85)) {
                pages.add(read(page, damage, dpi, paper.seed() * 31 + number(paper) + pages.size()));
            }
            Files.writeString(kept, json(pages).toString());
        }
        return pages(JsonMapper.shared().readTree(kept.toFile()));
    }

    private PageText read(SamplePages.Page page, Kind damage, int dpi, long seed) throws IOException {
        Path file = Files.createTempFile(folder, "page", ".jpg");
        Files.write(file, ImageFiles.jpeg(ScanDamage.apply(damage, page.image(), dpi, seed), damage == Kind.PHOTO ? 0 : dpi, 0.75f));
        try (PageSource source = PageRenderer.open(file, "image/jpeg", LIMITS)) {
            PageView view = source.page(1);
            CleanedPage cleaned = view.clean();
            return UprightReading.read(
                            engines.get(),
                            cleaned.quarterTurns(),
                            turns -> (turns == cleaned.quarterTurns() ? cleaned : view.clean(turns)).image(),
                            Duration.ofMinutes(2))
                    .text();
        } finally {
            Files.delete(file);
        }
    }

    private static ArrayNode json(List<PageText> pages) {
        ArrayNode out = JsonMapper.shared().createArrayNode();
        for (PageText page : pages) {
            ArrayNode words = out.addArray();
            page.words().forEach(w -> words.addArray().add(w.text()).add(w.box().x()).add(w.box().y()).add(w.box().width())
                    .add(w.box().height()).add(w.confidence()).add(w.line()));
        }
        return out;
    }

    private static List<PageText> pages(JsonNode kept) {
        List<PageText> pages = new ArrayList<>();
        for (JsonNode page : kept) {
            List<Word> words = new ArrayList<>();
            for (JsonNode w : page) {
                Box box = new Box(w.get(1).asInt(), w.get(2).asInt(), w.get(3).asInt(), w.get(4).asInt());
                words.add(new Word(w.get(0).asString(), box, w.get(5).asDouble(), w.get(6).asInt()));
            }
            pages.add(new PageText(PageText.Source.OCR, words, 0));
        }
        return pages;
    }
}
