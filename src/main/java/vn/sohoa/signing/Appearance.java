package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.enumerations.VisualSignatureAlignmentHorizontal;
import eu.europa.esig.dss.enumerations.VisualSignatureAlignmentVertical;
import eu.europa.esig.dss.enumerations.VisualSignatureRotation;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Makes the picture of a signature from a profile: black, upright, 10 points, in an upper corner of page 1 as the page is looked
 * at, at most as wide as half the page.
 */
final class Appearance {

    /** From the edges of the page, points: 7 mm. */
    static final float MARGIN = 20;

    private static final float PADDING = 2;
    private static final float WIDEST = 230;
    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

    private final SignatureFont font = SignatureFont.load();

    /**
     * @param pageWidth of page 1 as it is looked at, points
     * @throws DigitisationException USAGE if a word of the profile is not told
     */
    SignatureImageParameters of(SignatureProfile profile, Map<String, String> words, float pageWidth) {
        SignatureImageParameters image = new SignatureImageParameters();
        boolean left = profile.corner() == SignatureProfile.Corner.TOP_LEFT;
        image.setAlignmentHorizontal(
                left ? VisualSignatureAlignmentHorizontal.LEFT : VisualSignatureAlignmentHorizontal.RIGHT);
        image.setAlignmentVertical(VisualSignatureAlignmentVertical.TOP);
        SignatureFieldParameters place = new SignatureFieldParameters();
        place.setPage(1);
        place.setOriginX(MARGIN);
        place.setOriginY(MARGIN);
        place.setRotation(VisualSignatureRotation.AUTOMATIC);
        image.setFieldParameters(place);
        float room = pageWidth / 2 - MARGIN - 2 * PADDING - 4;
        if (profile.image() == null) {
            image.setTextParameters(text(profile, words, Math.min(room, WIDEST)));
        } else {
            picture(image, place, profile, room);
        }
        return image;
    }

    private static void picture(
            SignatureImageParameters image, SignatureFieldParameters place, SignatureProfile profile, float room) {
        if (profile.image() == null || !Files.isRegularFile(profile.image())) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, profile.id() + ": không có ảnh " + profile.image());
        }
        float size = (float) profile.imageMillimetres() * POINTS_PER_MILLIMETRE;
        if (size > room) {
            throw new DigitisationException(Problem.NOT_SIGNABLE, "trang hẹp, không đủ chỗ cho chữ ký");
        }
        image.setImage(new FileDocument(profile.image().toFile()));
        image.setImageScaling(ImageScaling.ZOOM_AND_CENTER);
        place.setWidth(size);
        place.setHeight(size);
    }

    private SignatureImageTextParameters text(SignatureProfile profile, Map<String, String> words, float width) {
        List<String> filled =
                profile.lines().stream().map(line -> fill(profile, line, words)).toList();
        List<String> lines = font.lines(filled, width);
        if (lines.stream().anyMatch(line -> font.width(line) > width)) {
            throw new DigitisationException(Problem.NOT_SIGNABLE, "trang hẹp, không đủ chỗ cho chữ ký");
        }
        DSSFileFont file = new DSSFileFont(new ByteArrayInputStream(font.bytes()));
        file.setSize(SignatureFont.POINTS);
        file.setEmbedFontSubset(true);
        SignatureImageTextParameters text = new SignatureImageTextParameters();
        text.setFont(file);
        text.setText(String.join("\n", lines));
        text.setTextColor(Color.BLACK);
        text.setBackgroundColor(null);
        text.setPadding(PADDING);
        text.setTextWrapping(TextWrapping.FONT_BASED);
        return text;
    }

    private static String fill(SignatureProfile profile, String line, Map<String, String> words) {
        String filled = line;
        for (Map.Entry<String, String> word : new HashMap<>(words).entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        for (String asked : profile.asked()) {
            String value = words.get(asked);
            if (line.contains("{" + asked + "}") && blank(value)) {
                throw new DigitisationException(Problem.USAGE, "mẫu chữ ký " + profile.id() + " cần {" + asked + "}");
            }
        }
        return filled;
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
