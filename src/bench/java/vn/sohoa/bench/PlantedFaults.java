package vn.sohoa.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.List;
import java.util.Random;
import vn.sohoa.dossier.Problem;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;

/** Scans with one known fault each. */
final class PlantedFaults {
    private static final double A4_MM = 210;

    private PlantedFaults() {}

    /** What was done wrong, which code has to name it, by which profile, and whether the page must be scanned again. */
    enum Fault {
        LOW_RESOLUTION(Problem.RESOLUTION_LOW, "CV7197-LOOKUP", true),
        SLANTED(Problem.PAGE_SKEWED, "CV7197-LOOKUP", true),
        OUT_OF_FOCUS(Problem.PAGE_BLURRED, "CV7197-LOOKUP", true),
        MOVED(Problem.PAGE_BLURRED, "CV7197-LOOKUP", true),
        TOO_DARK(Problem.PAGE_DARK, "CV7197-LOOKUP", true),
        TOO_FAINT(Problem.PAGE_FAINT, "CV7197-LOOKUP", true),
        BLACK_STRIP(Problem.BLACK_BORDER, "CV7197-LOOKUP", false),
        CUT_BESIDE(Problem.EDGE_CUT, "CV7197-LOOKUP", true),
        CUT_ABOVE_BELOW(Problem.EDGE_CUT, "CV7197-LOOKUP", true),
        GREY_OF_ALL(Problem.COLOUR_MISSING, "TT05-ARCHIVE", true),
        GREY_OF_SEAL(Problem.COLOUR_MISSING, "CV7197-LOOKUP", false),
        GREY_OF_SIGNATURE(Problem.COLOUR_MISSING, "CV7197-LOOKUP", false),
        WRONG_SIZE(Problem.SIZE_DOUBTFUL, "CV7197-LOOKUP", false),
        ENLARGED(Problem.DETAIL_LOW, "CV7197-LOOKUP", false),
        COARSE_DRAWING(Problem.DRAWING_RESOLUTION_LOW, "TT05-ARCHIVE", false),
        STREAK(Problem.PAGE_STREAKED, "CV7197-LOOKUP", false),
        BLANK(Problem.BLANK_PAGE, "CV7197-LOOKUP", true),
        DOUBLE(Problem.PAGE_DOUBLE, "CV7197-LOOKUP", false);

        final Problem code;
        final String profile;
        final boolean rescan;

        Fault(Problem code, String profile, boolean rescan) {
            this.code = code;
            this.profile = profile;
            this.rescan = rescan;
        }
    }

    /** A picture and the resolution written into its file. */
    record Scan(BufferedImage image, int dpi) {}

    /** strength: 0 weak to 2 strong. */
    static List<Scan> plant(Fault fault, int strength, PaperText paper, int dpi, long seed) {
        Random random = new Random(seed);
        BufferedImage page = switch (fault) {
            case LOW_RESOLUTION, ENLARGED, COARSE_DRAWING, BLANK, GREY_OF_SEAL, GREY_OF_SIGNATURE -> null;
            default -> scanned(GatePapers.page(paper, dpi), dpi, random);
        };
        double mm = dpi / 25.4;
        return switch (fault) {
            case LOW_RESOLUTION -> {
                int low = new int[] {170, 140, 100}[strength];
                yield one(scanned(GatePapers.page(paper, low), low, random), low);
            }
            case SLANTED -> one(ScanDamage.turn(page, sign(random) * new double[] {9.5, 12, 16}[strength]), dpi);
            case OUT_OF_FOCUS -> one(ScanDamage.blur(page, new double[] {0.5, 0.65, 0.9}[strength] * mm), dpi);
            case MOVED -> one(smear(page, (int) (new double[] {1.6, 2.2, 3}[strength] * mm), random.nextBoolean()), dpi);
            case TOO_DARK -> one(ScanDamage.contrast(page, 6, new int[] {70, 50, 30}[strength]), dpi);
            case TOO_FAINT -> {
                int paperLevel = 225 + random.nextInt(25);
                int ink = paperLevel - new int[] {28, 22, 16}[strength];
                yield one(ScanDamage.contrast(page, ink, paperLevel), dpi);
            }
            case BLACK_STRIP -> one(strips(page, new double[] {4, 9, 16}[strength] * mm, random), dpi);
            case CUT_BESIDE -> one(cutBeside(page, new double[] {6, 12, 25}[strength] * mm, mm, random), dpi);
            case CUT_ABOVE_BELOW -> one(cutAcross(page, mm, random), dpi);
            case GREY_OF_ALL -> one(ImageFiles.grey(page), dpi);
            case GREY_OF_SEAL -> {
                double ink = new double[] {0.55, 0.7, 0.9}[strength];
                BufferedImage seal = SamplePages.draw(paper, dpi, ink).get(0).image();
                yield one(ImageFiles.grey(scanned(seal, dpi, random)), dpi);
            }
            case GREY_OF_SIGNATURE -> {
                BufferedImage signed = SamplePages.draw(paper, dpi, 0).get(0).image();
                yield one(ImageFiles.grey(scanned(signed, dpi, random)), dpi);
            }
            case WRONG_SIZE -> one(page, (int) Math.round(dpi * new double[] {1.2, 1.3, 1.7}[strength]));
            case ENLARGED -> {
                int low = (int) (dpi / new double[] {1.5, 2, 3}[strength]);
                BufferedImage small = scanned(GatePapers.page(paper, low), low, random);
                yield one(enlarge(small, (double) dpi / low, random.nextBoolean()), dpi);
            }
            case COARSE_DRAWING -> one(scanned(GatePapers.map(200, seed), 200, random), 200);
            case STREAK -> one(streak(page, new double[] {0.2, 0.4, 0.8}[strength] * mm, random), dpi);
            case BLANK -> one(empty(dpi, strength, random), dpi);
            case DOUBLE ->
                List.of(
                        new Scan(other(paper, dpi, seed), dpi),
                        new Scan(page, dpi),
                        new Scan(scanned(GatePapers.page(paper, dpi), dpi, random), dpi));
        };
    }

    private static List<Scan> one(BufferedImage image, int dpi) {
        return List.of(new Scan(image, dpi));
    }

    /** What an ordinary scanner makes of a page: a little slant, softness and noise, never twice the same. */
    static BufferedImage scanned(BufferedImage page, int dpi, Random random) {
        BufferedImage turned = ScanDamage.turn(page, random.nextGaussian() * 0.4);
        BufferedImage soft = ScanDamage.blur(turned, (0.5 + 0.3 * random.nextDouble()) * dpi / 300);
        return ScanDamage.noise(soft, 1 + 2 * random.nextDouble(), 0, random);
    }

    private static BufferedImage other(PaperText like, int dpi, long seed) {
        PaperText paper = GatePapers.paper(false, GatePapers.Kind.FORM, seed + 1000);
        return scanned(GatePapers.page(like.name().isEmpty() ? like : paper, dpi), dpi, new Random(seed));
    }

    private static double sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }

    private static BufferedImage smear(BufferedImage im, int length, boolean down) {
        float[] k = new float[Math.max(3, length)];
        java.util.Arrays.fill(k, 1f / k.length);
        Kernel kernel = down ? new Kernel(1, k.length, k) : new Kernel(k.length, 1, k);
        BufferedImage out = new BufferedImage(im.getWidth(), im.getHeight(), BufferedImage.TYPE_INT_RGB);
        return new ConvolveOp(kernel, ConvolveOp.EDGE_NO_OP, null).filter(im, out);
    }

    private static BufferedImage copy(BufferedImage im) {
        BufferedImage out = new BufferedImage(im.getWidth(), im.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.drawImage(im, 0, 0, null);
        g.dispose();
        return out;
    }

    /** Black along one to three edges; a sheet that lies aslant leaves wedges. */
    private static BufferedImage strips(BufferedImage im, double depth, Random random) {
        BufferedImage out = copy(im);
        Graphics2D g = out.createGraphics();
        int dark = random.nextInt(35);
        g.setColor(new Color(dark, dark, dark));
        int w = out.getWidth();
        int h = out.getHeight();
        int d = (int) depth;
        int other = random.nextBoolean() ? d : d / 2;
        switch (random.nextInt(4)) {
            case 0 -> g.fillPolygon(new int[] {0, d, other, 0}, new int[] {0, 0, h, h}, 4);
            case 1 -> g.fillPolygon(new int[] {w, w - d, w - other, w}, new int[] {0, 0, h, h}, 4);
            case 2 -> g.fillPolygon(new int[] {0, w, w, 0}, new int[] {0, 0, other, d}, 4);
            default -> {
                g.fillRect(0, h - d, w, d);
                g.fillRect(0, 0, d, h);
            }
        }
        g.dispose();
        return out;
    }

    /** The sheet lay too far to one side: the text of that side is gone. */
    private static BufferedImage cutBeside(BufferedImage im, double beyond, double mm, Random random) {
        boolean left = random.nextBoolean();
        int[] ink = inkColumns(im);
        int gone = (int) beyond + (left ? ink[0] : im.getWidth() - 1 - ink[1]);
        BufferedImage out = blank(im);
        Graphics2D g = out.createGraphics();
        g.drawImage(im, left ? -gone : gone, 0, null);
        g.dispose();
        return out;
    }

    /** The first and last column with letters. */
    private static int[] inkColumns(BufferedImage im) {
        int first = im.getWidth();
        int last = 0;
        for (int y = im.getHeight() / 4; y < im.getHeight() * 2 / 3; y += 2) {
            for (int x = im.getWidth() / 14; x < im.getWidth() * 13 / 14; x++) {
                if ((im.getRGB(x, y) >> 8 & 255) < 110) {
                    first = Math.min(first, x);
                    last = Math.max(last, x);
                }
            }
        }
        return new int[] {first, last};
    }

    /** The edge runs through a line of text. */
    private static BufferedImage cutAcross(BufferedImage im, double mm, Random random) {
        boolean top = random.nextBoolean();
        int h = im.getHeight();
        int best = 0;
        int most = -1;
        int from = (int) (h * (top ? 0.12 : 0.45));
        for (int y = from; y < from + 40 * mm; y++) {
            int ink = 0;
            for (int x = im.getWidth() / 8; x < im.getWidth() * 7 / 8; x++) {
                ink += (im.getRGB(x, y) >> 8 & 255) < 120 ? 1 : 0;
            }
            if (ink > most && ink < im.getWidth() * 0.4) {
                most = ink;
                best = y;
            }
        }
        BufferedImage out = blank(im);
        Graphics2D g = out.createGraphics();
        int jitter = (int) ((random.nextDouble() - 0.5) * 1.2 * mm);
        g.drawImage(im, 0, top ? -(best + jitter) : h - (best + jitter), null);
        g.dispose();
        return out;
    }

    private static BufferedImage blank(BufferedImage im) {
        BufferedImage out = new BufferedImage(im.getWidth(), im.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(new Color(im.getRGB(im.getWidth() / 2, 3)));
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.dispose();
        return out;
    }

    private static BufferedImage enlarge(BufferedImage im, double factor, boolean bicubic) {
        int w = (int) Math.round(im.getWidth() * factor);
        int h = (int) Math.round(im.getHeight() * factor);
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                bicubic ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(im, 0, 0, w, h, null);
        g.dispose();
        return out;
    }

    private static BufferedImage streak(BufferedImage im, double width, Random random) {
        BufferedImage out = copy(im);
        Graphics2D g = out.createGraphics();
        int grey = 30 + random.nextInt(90);
        g.setColor(new Color(grey, grey, grey));
        int x = (int) (im.getWidth() * (0.06 + 0.88 * random.nextDouble()));
        g.fillRect(x, 0, (int) Math.max(1, Math.round(width)), im.getHeight());
        g.dispose();
        return out;
    }

    private static BufferedImage empty(int dpi, int strength, Random random) {
        int w = (int) (A4_MM / 25.4 * dpi);
        BufferedImage out = new BufferedImage(w, (int) (w * 1.414), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(new Color(255 - random.nextInt(30), 250 - random.nextInt(30), 245 - random.nextInt(40)));
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.setColor(Color.DARK_GRAY);
        for (int i = 0; i < strength * 60; i++) {
            g.fillRect(random.nextInt(w), random.nextInt(out.getHeight()), 2, 2);
        }
        g.dispose();
        return ScanDamage.noise(out, 2 + 3 * strength, 0, random);
    }
}
