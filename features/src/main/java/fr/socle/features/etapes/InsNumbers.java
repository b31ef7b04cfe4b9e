package fr.socle.features.etapes;

import fr.socle.bench.client.api.Patient;

/** The INS of the patients of a scenario. */
final class InsNumbers {
  private InsNumbers() {}

  /** The INS of a patient whom INSi knows. */
  static Patient.InsNumber of(Patient patient) {
    Patient.InsNumber ins = patient.ins();
    if (ins == null) {
      throw new IllegalStateException("the patient of this scenario has no number");
    }
    return ins;
  }
}
