package fr.socle.features.etapes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The documents of the annex that a doctor's software makes (segur.md 9), said as a doctor would.
 * Codes of type and class: dmp.md 3.5 (S: NOS).
 */
enum DmpKind {
  LETTER("un courrier d'adressage", "96349-6", "10"),
  DISCHARGE("une lettre de liaison à la sortie", "11490-0", "10"),
  TRANSFER("une note de transfert", "18761-7", "11"),
  OPERATION("un compte rendu opératoire", "34874-8", "10"),
  VISIT("un compte rendu de consultation", "11488-4", "10"),
  IMAGING("un compte rendu d'imagerie", "18748-4", "31"),
  LABORATORY("un compte rendu de biologie", "11502-2", "10"),
  PRESCRIPTION("une prescription de médicaments", "57833-6", "42"),
  LABORATORY_REQUEST("une prescription de biologie", "PRESC-BIO", "42"),
  IMAGING_REQUEST("une demande d'imagerie", "55115-0", "42"),
  CERTIFICATE("un certificat médical", "89601-9", "52"),
  DECLARATION("une déclaration", "CERT_DECL", "52"),
  VACCINATION("une note de vaccination", "87273-9", "52"),
  SUMMARY("une synthèse médicale", "60591-5", "11");

  private final String words;
  private final String type;
  private final String documentClass;

  DmpKind(String words, String type, String documentClass) {
    this.words = words;
    this.type = type;
    this.documentClass = documentClass;
  }

  static DmpKind of(String words) {
    return Arrays.stream(values())
        .filter(kind -> kind.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(words));
  }

  String words() {
    return words;
  }

  String type() {
    return type;
  }

  String documentClass() {
    return documentClass;
  }

  /** Format code of a colleague's document; absent when it does not matter. */
  @Nullable String format() {
    return this == LABORATORY ? "urn:ihe:lab:xd-lab:2008" : null;
  }
}
