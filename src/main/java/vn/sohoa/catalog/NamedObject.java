package vn.sohoa.catalog;

import vn.sohoa.dossier.StoredObject;

/** An object and the paper whose row names it. */
public record NamedObject(String document, StoredObject object) {}
