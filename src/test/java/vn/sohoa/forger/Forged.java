package vn.sohoa.forger;

import java.util.Set;

/**
 * One tampered file and what has to be said of it. HOP_LE is wrong for every one of them.
 *
 * @param attack class of attack, as the documentation lists it
 * @param variant what was done, and to which base
 * @param codes one of them at least has to be among the reasons
 * @param proven harm is proven: the verdict has to be KHONG_HOP_LE
 */
public record Forged(String attack, String variant, byte[] file, Set<String> codes, boolean proven) {}
