package vn.sohoa.papers;

import java.time.LocalDate;
import java.util.Random;

/**
 * Somebody who does not exist. The 12-digit number fits sex and century of birth (digit 4) and year (digits 5 and 6).
 *
 * @param oldId 9-digit card number of before
 */
record Person(String name, boolean male, LocalDate birth, String id, String oldId, String ethnic) {
    private static final String[] PROVINCES =
            "001 004 008 011 012 015 019 020 022 024 025 031 033 037 038 040 042 044 046 048 051 052 056 066 068 075 079 080 082 086 091 092 096"
                    .split(" ");

    /** Born within those years. */
    static Person invent(WordLists words, Random random, int firstYear, int lastYear) {
        boolean male = random.nextBoolean();
        String middle = words.one(male ? "middle-male" : "middle-female", random);
        String name = words.one("surnames", random) + " " + middle + " " + words.one("given", random);
        int year = firstYear + random.nextInt(lastYear - firstYear + 1);
        LocalDate birth = LocalDate.of(year, 1, 1).plusDays(random.nextInt(364));
        int sex = (year < 2000 ? 0 : 2) + (male ? 0 : 1);
        String province = PROVINCES[random.nextInt(PROVINCES.length)];
        String id = String.format("%s%d%02d%06d", province, sex, year % 100, random.nextInt(1_000_000));
        String old = String.format("%02d%07d", 10 + random.nextInt(28), random.nextInt(10_000_000));
        return new Person(name, male, birth, id, old, words.one("ethnic", random));
    }
}
