package fr.socle.dmp.service;

import static fr.socle.dmp.service.VihfControl.AGE;
import static fr.socle.dmp.service.VihfControl.AGE_AIR;
import static fr.socle.dmp.service.VihfControl.PORTEUR;
import static fr.socle.dmp.service.VihfControl.USAGE_UNIQUE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.spi.Settings;
import fr.socle.dmp.service.DmpSettings.Severity;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VihfControlTest {
  // dmp.md 2.4, 2.5, 8 (A), Q4: what nobody has read refuses nobody by default.
  private static final Set<VihfControl> ASSUMED = Set.of(AGE, AGE_AIR, USAGE_UNIQUE, PORTEUR);

  @ParameterizedTest
  @EnumSource(VihfControl.class)
  void whatIsAssumedRefusesNobodyUnlessTheSpaceSaysSo(VihfControl control) {
    DmpSettings usual = DmpSettings.read(new Settings(Map.of()));
    DmpSettings strict = DmpSettings.read(new Settings(Map.of("dmp.profil", "strict")));
    DmpSettings said =
        DmpSettings.read(new Settings(Map.of("dmp.control." + control.settingName(), "off")));

    assertThat(usual.severity(control))
        .isEqualTo(ASSUMED.contains(control) ? Severity.WARN : Severity.FAULT);
    assertThat(strict.severity(control)).isEqualTo(Severity.FAULT);
    assertThat(said.severity(control)).isEqualTo(Severity.OFF);
  }
}
