package fr.socle.dmp.check;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.service.VihfControl;
import java.util.HashMap;
import java.util.Map;

/**
 * A call that is broken in one way.
 *
 * @param rule the rule that finds it
 * @param request the call
 */
record Broken(String rule, IncomingRequest request) {
  /** With every control off the DMP answers whatever is wrong: only the checks are looked at. */
  static Map<String, String> withoutControls() {
    Map<String, String> settings = new HashMap<>(Map.of("dmp.profil", "kit"));
    for (VihfControl control : VihfControl.values()) {
      settings.put("dmp.control." + control.settingName(), "off");
    }
    // Where somebody works is told by the control alone.
    settings.put("dmp.control.rattachement", "warn");
    return settings;
  }

  @Override
  public String toString() {
    return rule;
  }
}
