package fr.socle.insi.protocol;

import static fr.socle.insi.protocol.InsiContract.bam;

import fr.socle.bench.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * What COUVERTURE says of a card: insi.md 2.3 (S:1, S:7). Absent parts are null.
 *
 * @param insured ASSURE/Id/Num
 * @param beneficiary BENEFICIAIRE/Nir/Num
 * @param birthDate BENEFICIAIRE/DateNai
 * @param rank BENEFICIAIRE/Rang
 */
public record Couverture(
    @Nullable String insured,
    @Nullable String beneficiary,
    @Nullable String birthDate,
    @Nullable String rank) {

  /** Reads the element. */
  public static Couverture read(XmlElement couverture) {
    return new Couverture(
        couverture.descend(bam("ASSURE"), bam("Id"), bam("Num")).map(XmlElement::text).orElse(null),
        couverture
            .descend(bam("BENEFICIAIRE"), bam("Nir"), bam("Num"))
            .map(XmlElement::text)
            .orElse(null),
        couverture.descend(bam("BENEFICIAIRE"), bam("DateNai")).map(XmlElement::text).orElse(null),
        couverture.descend(bam("BENEFICIAIRE"), bam("Rang")).map(XmlElement::text).orElse(null));
  }
}
