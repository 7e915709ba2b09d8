package vn.sohoa.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet, made here from nothing: title lines, a head that stays, numbers as numbers, texts never as formulas. */
final class Sheets {
    private static final int CHARACTER = 256;
    private static final int WIDEST = 60;
    private static final int NARROW = 11;
    private static final byte[] HEAD = {(byte) 0xee, (byte) 0xf1, (byte) 0xf6};

    private Sheets() {}

    /** A figure with two decimals. @param colour {@code #rrggbb} or empty */
    record Figure(@Nullable BigDecimal value, String colour) {}

    /** @param rows texts, {@link Long}s and {@link Figure}s */
    static byte[] of(String name, List<String> titles, List<String> head, List<List<Object>> rows) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet(name);
            Styles styles = new Styles(book);
            int at = 0;
            for (String title : titles) {
                Cell cell = sheet.createRow(at++).createCell(0);
                cell.setCellValue(Markup.plain(title));
                cell.setCellStyle(at == 1 ? styles.title : styles.plain);
            }
            int headRow = at;
            Row top = sheet.createRow(at++);
            for (int i = 0; i < head.size(); i++) {
                Cell cell = top.createCell(i);
                cell.setCellValue(head.get(i));
                cell.setCellStyle(styles.head);
                sheet.setColumnWidth(i, CHARACTER * (i == 0 ? WIDEST / 2 : NARROW));
            }
            for (List<Object> values : rows) {
                fill(sheet.createRow(at++), values, styles);
            }
            sheet.createFreezePane(1, headRow + 1);
            sheet.setRepeatingRows(new CellRangeAddress(headRow, headRow, -1, -1));
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void fill(Row row, List<Object> values, Styles styles) {
        for (int i = 0; i < values.size(); i++) {
            Cell cell = row.createCell(i);
            Object value = values.get(i);
            cell.setCellStyle(styles.text);
            if (value instanceof Long count) {
                cell.setCellValue(count);
                cell.setCellStyle(styles.count);
            } else if (value instanceof Figure figure) {
                cell.setCellStyle(styles.figure(figure.colour()));
                if (figure.value() == null) {
                    cell.setCellValue("N/A");
                } else {
                    cell.setCellValue(figure.value().doubleValue());
                }
            } else {
                cell.setCellValue(Markup.plain(value.toString()));
            }
        }
    }

    /** Each style once: a workbook holds a limited number. */
    private static final class Styles {
        private final XSSFWorkbook book;
        private final java.util.Map<String, CellStyle> figures = new java.util.HashMap<>();
        final CellStyle title;
        final CellStyle plain;
        final CellStyle head;
        final CellStyle text;
        final CellStyle count;

        Styles(XSSFWorkbook book) {
            this.book = book;
            plain = book.createCellStyle();
            title = book.createCellStyle();
            Font bold = book.createFont();
            bold.setBold(true);
            title.setFont(bold);
            XSSFCellStyle top = bordered();
            top.setFont(bold);
            top.setWrapText(true);
            top.setFillForegroundColor(new XSSFColor(HEAD));
            top.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            head = top;
            text = bordered();
            count = bordered();
            count.setDataFormat(book.createDataFormat().getFormat("#,##0"));
        }

        private XSSFCellStyle bordered() {
            XSSFCellStyle style = book.createCellStyle();
            style.setBorderBottom(BorderStyle.HAIR);
            style.setBorderTop(BorderStyle.HAIR);
            style.setBorderLeft(BorderStyle.HAIR);
            style.setBorderRight(BorderStyle.HAIR);
            return style;
        }

        CellStyle figure(String colour) {
            return figures.computeIfAbsent(colour, fresh -> {
                XSSFCellStyle style = bordered();
                style.setDataFormat(book.createDataFormat().getFormat("0.00"));
                if (!colour.isEmpty()) {
                    int rgb = Integer.parseInt(colour.substring(1), 16);
                    style.setBorderLeft(BorderStyle.THICK);
                    style.setLeftBorderColor(
                            new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}));
                }
                return style;
            });
        }
    }
}
