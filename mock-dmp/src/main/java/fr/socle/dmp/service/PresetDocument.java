package fr.socle.dmp.service;

import java.util.List;

/**
 * A document that is in the DMP of a preset.
 *
 * @param type code of its type
 * @param title title
 * @param author PS_IdNat of a professional of every space, or {@code patient}
 * @param daysAgo how many days ago it was written and came in
 * @param visibility what it is hidden from
 * @param status {@code approuve}, {@code archive} or {@code supprime}
 * @param format code of its format, empty for that of a text
 * @param mimeType media type, empty for that of a CDA
 * @param replaces title of the document of the preset that it replaces, empty for none
 * @param text what it says
 */
public record PresetDocument(
    String type,
    String title,
    String author,
    int daysAgo,
    List<String> visibility,
    String status,
    String format,
    String mimeType,
    String replaces,
    String text) {
  /** Copies the list. */
  public PresetDocument {
    visibility = List.copyOf(visibility);
  }

  static PresetDocument read(List<String> cells) {
    return new PresetDocument(
        cells.get(1),
        cells.get(2),
        cells.get(3),
        Integer.parseInt(cells.get(4)),
        cells.get(5).isEmpty() ? List.of() : List.of(cells.get(5).split(" ", -1)),
        cells.get(6),
        cells.get(7),
        cells.get(8),
        cells.get(9),
        cells.get(10));
  }
}
