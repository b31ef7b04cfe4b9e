package fr.socle.documents.datamatrix;

/**
 * A Data Matrix found in a picture.
 *
 * @param text its text
 * @param square whether the symbol is square
 */
public record FoundSymbol(String text, boolean square) {}
