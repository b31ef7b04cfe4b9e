package exemple;

import fr.socle.app.SocleSuite;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;

/** La suite de Socle, et les scénarios de src/test/socle, comme essais de ce projet. */
class SuiteNationaleTest extends SocleSuite {
  private Pilote pilote;

  @Override
  protected URI driver() {
    pilote = Pilote.demarrer(0);
    return pilote.adresse();
  }

  /** Ce que ce logiciel sait faire aujourd'hui ; -Dsocle.tags= joue toute la suite. */
  @Override
  protected String tags() {
    return System.getProperty("socle.tags", "@accueil or @REQ:INSI-T01 or @REQ:EXI-PSC-10");
  }

  @AfterEach
  void arreter() {
    if (pilote != null) {
      pilote.close();
    }
  }
}
