package vn.sohoa.samples;

import java.util.List;

/** One part of a paper, in the order in which it is read. Lengths are millimetres. */
sealed interface Block {

    /** Agency and number left, Quốc hiệu, Tiêu ngữ, place and date right (Decree 30/2020, Annex I). */
    record Head(String superior, String agency, String number, String placeDate, String about) implements Block {}

    /** Text that wraps: indent of the first line, justified or not. */
    record Flow(String text, Face face, double points, double indent, boolean justified) implements Block {}

    /** Centred text that wraps inside a width. */
    record Centred(String text, Face face, double points, double width) implements Block {}

    /** A ruled table; the first row is its head. */
    record Table(List<Double> widths, List<List<String>> rows) implements Block {}

    /** Recipients left; authority, stamp, signature and name right. A left name makes it a block of two signers. */
    record Signing(List<String> left, String leftName, List<String> right, String name) implements Block {}

    /** A line at a fixed place. */
    record At(double x, double y, double points, Face face, String text) implements Block {}

    /** A filled rectangle, colour as RRGGBB. */
    record Fill(double x, double y, double width, double height, int rgb) implements Block {}

    /** A QR code of the given side. */
    record Qr(double x, double y, double side, String payload) implements Block {}

    /** The boxed secrecy mark under the number (độ mật). */
    record Secrecy(String mark) implements Block {}

    /** Empty height. */
    record Gap(double height) implements Block {}

    /** A new page begins. */
    record Break() implements Block {}
}
