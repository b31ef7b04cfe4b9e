package fr.socle.lps.psc.ciba;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of the provider: that somebody log in on his phone or card reader.
 *
 * @param nationalId who, such as {@code 8} and eleven digits
 * @param channel with what he answers
 * @param number what he compares
 */
public record CibaDemand(String nationalId, Channel channel, String number) {

  /** Its parameters, psc.md 2.2 (S: CIBA-PAGE, PROXY), but the proof of the client. */
  public Map<String, String> form(Defects defects) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("scope", "openid scope_all");
    if (!defects.has(Mutant.CIBA_ACR_ABSENT)) {
      form.put("acr_values", "eidas1");
    }
    form.put("login_hint", nationalId);
    form.put("binding_message", number);
    Channel sent = defects.has(Mutant.CIBA_MOYEN_IGNORE) ? Channel.MOBILE : channel;
    form.put("channel", sent.name());
    return form;
  }
}
