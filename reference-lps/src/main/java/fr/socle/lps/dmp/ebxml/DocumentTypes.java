package fr.socle.lps.dmp.ebxml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The types of documents this software makes, each with its class (dmp.md 3.5). Immutable. */
public final class DocumentTypes {

  private static final String CLASSES = "1.2.250.1.213.1.1.4.1";

  private static final Map<String, String> CLASS_LABELS =
      Map.ofEntries(
          Map.entry("10", "Compte rendu"),
          Map.entry("11", "Synthèse"),
          Map.entry("31", "Imagerie médicale"),
          Map.entry("42", "Prescription"),
          Map.entry("43", "Dispensation"),
          Map.entry("44", "Plan de soins"),
          Map.entry("45", "Traitement administré"),
          Map.entry("52", "Certificat"),
          Map.entry("60", "Données de remboursement"),
          Map.entry("90", "Autres documents patient"),
          Map.entry("95", "Document de gestion"));

  private final Map<String, Type> types;

  private DocumentTypes(Map<String, Type> types) {
    this.types = types;
  }

  /** A type and the class that goes with it. */
  public record Type(Code type, Code classCode) {}

  /** Those of this version. */
  public static DocumentTypes standard() {
    Map<String, Type> read = new LinkedHashMap<>();
    try (InputStream data =
        Objects.requireNonNull(DocumentTypes.class.getResourceAsStream("types.csv"))) {
      new String(data.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                String[] cells = line.split(";", 4);
                read.put(
                    cells[0],
                    new Type(new Code(cells[0], cells[1], cells[3]), classCode(cells[2])));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DocumentTypes(read);
  }

  public Optional<Type> of(String code) {
    return Optional.ofNullable(types.get(code));
  }

  /** A class by its code. */
  public static Code classCode(String code) {
    return new Code(code, CLASSES, CLASS_LABELS.getOrDefault(code, code));
  }
}
