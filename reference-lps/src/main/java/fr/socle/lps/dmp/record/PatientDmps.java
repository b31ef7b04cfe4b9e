package fr.socle.lps.dmp.record;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the software knows of the DMP of its patients, by record. Thread-safe. */
public final class PatientDmps {

  private final Map<String, PatientDmp> patients = new ConcurrentHashMap<>();

  public PatientDmp of(String dossier) {
    return patients.computeIfAbsent(dossier, id -> new PatientDmp());
  }

  public void forgetAll() {
    patients.clear();
  }
}
