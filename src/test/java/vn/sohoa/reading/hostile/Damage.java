package vn.sohoa.reading.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can happen to the bytes of a good file. */
enum Damage {
    CUT {
        @Override
        byte[] done(byte[] good, Random random) {
            return Arrays.copyOf(good, 1 + random.nextInt(good.length - 1));
        }
    },
    /** Cut, but with the end mark of a PDF put back, so that mending is tried. */
    CUT_AND_ENDED {
        @Override
        byte[] done(byte[] good, Random random) {
            byte[] cut = CUT.done(good, random);
            byte[] end = "\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
            byte[] out = Arrays.copyOf(cut, cut.length + end.length);
            System.arraycopy(end, 0, out, cut.length, end.length);
            return out;
        }
    },
    BITS {
        @Override
        byte[] done(byte[] good, Random random) {
            byte[] out = good.clone();
            int flips = 1 + random.nextInt(60);
            for (int i = 0; i < flips; i++) {
                out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return out;
        }
    },
    /** Only the first part, where the headers are. */
    HEAD_BITS {
        @Override
        byte[] done(byte[] good, Random random) {
            byte[] out = good.clone();
            int flips = 1 + random.nextInt(12);
            for (int i = 0; i < flips; i++) {
                out[random.nextInt(Math.min(out.length, 400))] ^= (byte) (1 << random.nextInt(8));
            }
            return out;
        }
    },
    ZEROES {
        @Override
        byte[] done(byte[] good, Random random) {
            byte[] out = good.clone();
            int from = random.nextInt(out.length);
            Arrays.fill(out, from, Math.min(out.length, from + 1 + random.nextInt(4000)), (byte) 0);
            return out;
        }
    },
    /** Somewhere four bytes become a number that no size should be. */
    LARGE_NUMBERS {
        @Override
        byte[] done(byte[] good, Random random) {
            int[] numbers = {0x7FFFFFFF, -1, 0x80000000, 0, 0x7FFF7FFF, 0xFFFF};
            byte[] out = good.clone();
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                int at = random.nextInt(Math.min(out.length - 4, 2000));
                java.nio.ByteBuffer.wrap(out).putInt(at, numbers[random.nextInt(numbers.length)]);
            }
            return out;
        }
    },
    /** A number written in digits, as in a PDF, becomes another one. */
    OTHER_DIGITS {
        @Override
        byte[] done(byte[] good, Random random) {
            String text = new String(good, StandardCharsets.ISO_8859_1);
            Matcher digits =
                    Pattern.compile("(?<=[ /\\[])\\d+(?=[ />\\]\\r\\n])").matcher(text);
            String[] others = {"0", "-1", "2147483647", "99999999999999999999", "1e30", "65537"};
            StringBuilder out = new StringBuilder();
            while (digits.find()) {
                digits.appendReplacement(out, random.nextInt(25) == 0 ? others[random.nextInt(6)] : digits.group());
            }
            digits.appendTail(out);
            return out.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    /** A piece stands twice, or in the wrong place. */
    SHUFFLED {
        @Override
        byte[] done(byte[] good, Random random) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int pieces = 2 + random.nextInt(4);
            for (int i = 0; i < pieces; i++) {
                int from = i == 0 ? 0 : random.nextInt(good.length);
                out.write(good, from, 1 + random.nextInt(good.length - from));
            }
            return out.toByteArray();
        }
    };

    abstract byte[] done(byte[] good, Random random);
}
