package fr.socle.bench.space;

import fr.socle.bench.pki.CardHolder;
import fr.socle.bench.pki.TestPki;
import fr.socle.bench.world.Exercise;
import fr.socle.bench.world.NationalId;
import fr.socle.bench.world.OtherId;
import fr.socle.bench.world.ProfessionLabels;
import fr.socle.bench.world.Professional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/**
 * Makes professionals of the space of those who show a card of an authority the user declared. What
 * the subject of the certificate does not say is not made up: no speciality, no structure, and no
 * exercise when the label of the profession is none of those that are known (A).
 *
 * @param pki knows the authorities
 * @param people those of the space
 * @param clock wall clock
 */
record Newcomers(TestPki pki, People people, Clock clock) {

  /** Looks at a certificate, followed by its issuers. */
  void meet(List<X509Certificate> chain) {
    pki.foreignHolder(chain, clock.instant())
        .filter(holder -> NationalId.isOne(holder.nationalId()))
        .map(Newcomers::professional)
        .ifPresent(people::welcome);
  }

  private static Professional professional(CardHolder holder) {
    NationalId id = new NationalId(holder.nationalId());
    return new Professional(
        id,
        null,
        holder.familyName(),
        holder.givenName(),
        "",
        true,
        ProfessionLabels.codeOf(holder.profession()).stream()
            .map(code -> exercise(code, holder))
            .toList(),
        id.rpps().stream().map(rpps -> new OtherId(id.value(), "RPPS", 1)).toList(),
        false,
        false);
  }

  private static Exercise exercise(String profession, CardHolder holder) {
    return new Exercise(
        profession, "", "", holder.familyName(), holder.givenName(), "", "", List.of());
  }
}
