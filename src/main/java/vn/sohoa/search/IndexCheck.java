package vn.sohoa.search;

/**
 * One thing that has to be right with the search index (chỉ mục tìm kiếm), for {@code doctor}.
 *
 * @param name short and stable, such as {@code index.mapping}
 * @param detail what was found, in words, without personal data
 */
public record IndexCheck(String name, boolean ok, String detail) {}
