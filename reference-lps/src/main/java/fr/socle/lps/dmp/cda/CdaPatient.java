package fr.socle.lps.dmp.cda;

import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Traits;
import org.jspecify.annotations.Nullable;

/**
 * The patient of a document.
 *
 * @param ins his INS, null when his identity is not qualified: then nothing of it may show
 *     (INS/va1.53)
 * @param localId identifier of his record
 * @param localAuthority OID of the practice that gives it
 */
public record CdaPatient(Traits traits, @Nullable Ins ins, String localId, String localAuthority) {}
