package vn.sohoa.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.sohoa.page.Box;
import vn.sohoa.page.QrPayload;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.Typeface;

/**
 * Draws invented papers with their truth. The same set, kind and seed give the same paper. Not for several threads at once.
 */
public final class PaperGenerator {
    /** Ways to copy an administrative paper (Decree 30/2020/NĐ-CP), then ways to certify a copy. */
    public static final List<String> COPIES =
            List.of("SAO_Y", "TRICH_SAO", "SAO_LUC", "CHUNG_THUC", "CHUNG_THUC_DIEN_TU");

    /** No kind at all: scraps, lists, receipts. */
    public static final String UNKNOWN = "CHUA_RO";

    private static final int LAYOUTS = 8;
    private static final int DPI = 200;

    private final PaperSet set;
    private final Forms forms;
    private final WordLists words;

    private PaperGenerator(PaperSet set) {
        this.set = set;
        this.forms = new Forms(set);
        this.words = new WordLists(set);
    }

    public static PaperGenerator of(PaperSet set) {
        return new PaperGenerator(set);
    }

    /** All kinds that are drawn as originals. */
    public List<String> types() {
        return forms.types();
    }

    /** A paper of that kind. */
    public GeneratedPaper paper(String type, long seed) {
        return paper(pick(forms.of(type), seed), type, seed);
    }

    /** A paper that mentions a kind which it is not. */
    public GeneratedPaper decoy(long seed) {
        Form form = pick(forms.decoys(), seed);
        return paper(form, form.type(), seed);
    }

    /** How many different decoys this set has. */
    public int decoyForms() {
        return forms.decoys().size();
    }

    /** A copy: an administrative paper, or for certified ones a personal one, with what the copying office adds. */
    public GeneratedPaper copy(String copy, long seed) {
        boolean certified = copy.startsWith("CHUNG_THUC");
        List<String> kinds = types().stream()
                .filter(type -> !type.equals(UNKNOWN) && !type.equals("TO_KHAI") && !type.equals("BAN_VE"))
                .filter(type -> certified == (forms.kind(type).titles().get(0).isEmpty() && !type.equals("CONG_VAN")))
                .toList();
        String type = kinds.get((int) Math.floorMod(seed * 31 + 7, (long) kinds.size()));
        Form original = pick(forms.of(type), seed);
        Form added = pick(forms.copies(copy), seed * 17 + 3);
        Draft draft = draft(original, type, seed);
        Facts facts = facts(added, type, set.seed(seed ^ 0x5A5A5AL));
        List<String> lines = added.layout(layoutRandom(added, seed)).stream()
                .map(line -> Form.filled(line, facts))
                .toList();
        boolean top = lines.get(0).startsWith("at ");
        draft.body().addAll(top ? 0 : draft.body().size(), lines);
        draft.truth().putAll(facts.truth());
        return finish(draft, original, type, copy, added.name(), seed);
    }

    private GeneratedPaper paper(Form form, String type, long seed) {
        return finish(draft(form, type, seed), form, type, "", "", seed);
    }

    private record Draft(List<String> look, List<String> body, Map<String, FieldTruth> truth) {}

    private Draft draft(Form form, String type, long seed) {
        Facts facts = facts(form, type, set.seed(seed));
        List<String> body = new ArrayList<>();
        for (String line : form.layout(layoutRandom(form, seed))) {
            body.add(Form.filled(line, facts));
        }
        List<String> look = form.definitions().stream()
                .filter(line -> line.startsWith("look."))
                .map(line -> line.substring(5).replaceFirst(" = ", ": "))
                .toList();
        return new Draft(look, body, facts.truth());
    }

    private Facts facts(Form form, String type, long seed) {
        Random random = new Random((seed * 31 + form.name().hashCode()) * 31 + type.hashCode());
        Facts facts = new Facts(words, random);
        Forms.Kind kind = forms.kind(type);
        facts.define("Kind", kind.titles().get(random.nextInt(kind.titles().size())));
        facts.define(
                "Abbr",
                kind.abbreviations().get(random.nextInt(kind.abbreviations().size())));
        facts.define(
                "Open", words.has("kind-" + type) ? words.one("kind-" + type, random) : words.one("prose", random));
        for (String line : form.definitions()) {
            int equals = line.indexOf(" = ");
            if (equals > 0 && !line.startsWith("look.")) {
                String text = Form.chosen(line.substring(equals + 3), random);
                facts.define(line.substring(0, equals).strip(), Form.filled(text, facts));
            }
        }
        return facts;
    }

    private GeneratedPaper finish(Draft draft, Form form, String type, String copy, String copyForm, long seed) {
        long number = layout(seed);
        String layout = form.name() + "/" + number + (copyForm.isEmpty() ? "" : "+" + copyForm);
        String markup = "name: x\n" + String.join("\n", draft.look()) + "\n---\n" + String.join("\n", draft.body());
        PaperText text = PaperText.parse(layout + "#" + seed, markup);
        Typeface letters = set.letters().get((int) (number % set.letters().size()));
        return new GeneratedPaper(
                set,
                type,
                copy,
                form.decoyOf(),
                layout,
                seed,
                Map.copyOf(draft.truth()),
                text,
                letters,
                SamplePages.words(text, letters, DPI, number % 2 == 0),
                qr(draft.body()));
    }

    private static List<List<QrPayload>> qr(List<String> body) {
        List<List<QrPayload>> pages = new ArrayList<>();
        pages.add(new ArrayList<>());
        for (String line : body) {
            if (line.equals("page")) {
                pages.add(new ArrayList<>());
            } else if (line.startsWith("qr ")) {
                String[] parts = line.split(" ", 5);
                double mm = DPI / 25.4;
                int side = (int) (Double.parseDouble(parts[3]) * mm);
                Box box = new Box(
                        (int) (Double.parseDouble(parts[1]) * mm),
                        (int) (Double.parseDouble(parts[2]) * mm),
                        side,
                        side);
                pages.get(pages.size() - 1).add(new QrPayload(parts[4], box));
            }
        }
        return pages;
    }

    private static long layout(long seed) {
        return Math.floorMod(seed * 2_654_435_761L >> 7, LAYOUTS);
    }

    private static Random layoutRandom(Form form, long seed) {
        return new Random(form.name().hashCode() * 131L + layout(seed));
    }

    private static Form pick(List<Form> forms, long seed) {
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("no form");
        }
        return forms.get((int) Math.floorMod(seed, (long) forms.size()));
    }
}
