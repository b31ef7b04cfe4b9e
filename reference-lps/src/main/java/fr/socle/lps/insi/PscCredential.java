package fr.socle.lps.insi;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Pro Santé Connect, as far as it is known: an unsigned assertion (insi.md 2.3 (S:6, second-hand)),
 * and the access token in {@code Authorization}, which nobody has attested (A).
 */
public final class PscCredential implements Credential {

  private final String nationalId;
  private final Billing billing;
  private final String accessToken;
  private final Defects defects;

  /**
   * @param nationalId national identifier of the user
   * @param accessToken an access token that is not over
   */
  public PscCredential(String nationalId, Billing billing, String accessToken, Defects defects) {
    this.nationalId = nationalId;
    this.billing = billing;
    this.accessToken = accessToken;
    this.defects = defects;
  }

  @Override
  public String sender() {
    return nationalId;
  }

  @Override
  public List<Element> assertions(Instant now) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!defects.has(Mutant.INSI_PSC_SANS_FACTURATION)) {
      attributes.put("identifiantFacturation", billing.identifier());
    }
    attributes.put("codeSpecialiteAMO", billing.speciality());
    return List.of(new SamlAssertion(nationalId, null, "PSC", nationalId, attributes).write(now));
  }

  @Override
  public Optional<String> token() {
    return Optional.of(accessToken);
  }
}
