package fr.socle.psc;

import fr.socle.bench.world.MemoryWorldStore;
import fr.socle.bench.world.Professional;
import fr.socle.bench.world.WorldGenerator;
import fr.socle.bench.world.WorldStore;

/** The world of the tests: the fixed professionals of every space. */
public final class People {
  public static final String DOCTOR = "899990000012";
  public static final String NURSE = "899990000046";
  public static final String REVOKED = "899990000087";
  public static final String LOCKED = "899990000095";
  public static final String WITHOUT_RECORD = "899990000103";

  private final WorldStore store = new MemoryWorldStore();

  public People() {
    WorldGenerator.professionalPresets().forEach(store::addProfessional);
  }

  public WorldStore store() {
    return store;
  }

  public Professional doctor() {
    return store.professional(DOCTOR).orElseThrow();
  }

  public void strikeOff(String nationalId) {
    Professional who = store.professional(nationalId).orElseThrow();
    store.updateProfessional(who.with(true, false));
  }
}
