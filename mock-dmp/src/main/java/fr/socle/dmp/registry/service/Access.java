package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.PatientId;

/**
 * Who comes to the documents of whom, and what for: what the DMP keeps of it, with what was done.
 *
 * @param patient patient of the VIHF
 * @param caller who calls
 * @param transaction what he calls for
 * @param reason why, in an emergency, as he wrote it
 */
public record Access(PatientId patient, DmpCaller caller, String transaction, String reason) {}
