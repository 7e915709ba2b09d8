package vn.sohoa.imaging;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

/** A page that is one picture, whoever drew it. Decoded once; what is only needed for that is let go at once. */
final class PictureView implements PageView {
    private static final double CROP_MARGIN_INCHES = 0.12;

    private final Picture picture;
    private final PictureHeader header;
    private final Upright upright;
    private final Supplier<Optional<PageText>> text;
    private boolean textAsked;
    private Optional<PageText> textRead = Optional.empty();
    private @Nullable WorkingPage working;
    private @Nullable BufferedImage kept;
    private boolean decoded;
    private PageMeter.Seen seen = new PageMeter.Seen(false, 1);

    PictureView(Picture picture, Supplier<Optional<PageText>> text) {
        this.picture = picture;
        this.text = text;
        header = picture.header();
        upright = Upright.of(header);
    }

    /** Decoded once, and then kept only if it will have to be coded anew. */
    private BufferedImage upright() {
        BufferedImage present = kept;
        if (present != null) {
            return present;
        }
        BufferedImage stored = picture.decode();
        if (stored.getWidth() != header.width() || stored.getHeight() != header.height()) {
            throw Foreign.damaged("the picture is not as large as its header says");
        }
        decoded = true;
        BufferedImage turned = upright.turn(stored, header);
        kept = ownBytes().isPresent() ? null : turned;
        return turned;
    }

    private WorkingPage working() {
        if (working == null) {
            BufferedImage image = upright();
            double detail = header.bits() == 1 ? 1 : Enlargement.detail(image);
            seen = new PageMeter.Seen(ColouredInk.seen(image), detail);
            working = WorkingPage.of(image, upright.dpi());
        }
        return working;
    }

    private Optional<byte[]> ownBytes() {
        boolean lying = header.placement().turns() % 2 == 1;
        boolean asIs = !header.placement().mirrored()
                && upright.width() == (lying ? header.height() : header.width())
                && upright.height() == (lying ? header.width() : header.height());
        return asIs ? picture.jpeg() : Optional.empty();
    }

    @Override
    public PageMeasurements measure() {
        if (picture.drawn() && textLayer().isPresent()) {
            return PageMeter.textPage(picture.stored(upright), upright);
        }
        WorkingPage page = working();
        return PageMeter.measure(picture.stored(upright), upright, page, seen);
    }

    @Override
    public Optional<PageText> textLayer() {
        if (!textAsked) {
            textAsked = true;
            textRead = text.get();
        }
        return textRead;
    }

    @Override
    public CleanedPage clean() {
        return clean(working().lying() ? 1 : 0);
    }

    @Override
    public CleanedPage clean(int quarterTurns) {
        return PageCleaner.clean(working(), quarterTurns);
    }

    @Override
    public List<QrPayload> qr() {
        return picture.mayHoldCodes() ? QrReader.read(working()) : List.of();
    }

    @Override
    public PageFile pageFile() {
        Optional<byte[]> own = ownBytes();
        if (own.isEmpty()) {
            return PageEncoder.encode(upright(), header.bits(), upright.dpi());
        }
        if (!decoded) {
            upright(); // bytes that do not decode are not passed on
        }
        return new PageFile(
                PageFile.Encoding.JPEG,
                own.get(),
                header.width(),
                header.height(),
                header.colour(),
                upright.dpi(),
                header.placement().turns());
    }

    @Override
    public PageFile crop(Box box) {
        BufferedImage page = upright();
        boolean whole = box.equals(Box.NONE);
        int margin = whole ? 0 : (int) Math.round(upright.dpi() * CROP_MARGIN_INCHES);
        int left = Math.max(0, Math.min(page.getWidth() - 1, box.x() - margin));
        int top = Math.max(0, Math.min(page.getHeight() - 1, box.y() - margin));
        int right = whole ? page.getWidth() : Math.max(left + 1, Math.min(page.getWidth(), box.right() + margin));
        int bottom = whole ? page.getHeight() : Math.max(top + 1, Math.min(page.getHeight(), box.bottom() + margin));
        BufferedImage part = page.getSubimage(left, top, right - left, bottom - top);
        int type = page.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage out = new BufferedImage(part.getWidth(), part.getHeight(), type);
        Graphics2D g = out.createGraphics();
        g.drawImage(part, 0, 0, null);
        g.dispose();
        return PageEncoder.encode(out, header.bits(), upright.dpi());
    }

    @Override
    public PageFile smallFile() {
        PageFile small = SmallPage.of(upright(), header.bits(), upright.dpi());
        boolean gains = ownBytes().map(own -> own.length > small.bytes().length).orElse(true);
        return gains ? small : pageFile();
    }
}
