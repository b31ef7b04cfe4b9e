package fr.socle.documents.datamatrix;

/**
 * A Data Matrix found in a picture.
 *
 * @param text its text
 * @param square whether the symbol is square
 * @param quiet whether nothing is printed within a module of it
 */
public record FoundSymbol(String text, boolean square, boolean quiet) {}
