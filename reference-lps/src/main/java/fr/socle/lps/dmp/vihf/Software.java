package fr.socle.lps.dmp.vihf;

/**
 * How the software names itself to the DMP.
 *
 * @param approval number given at its approval
 */
public record Software(String name, String version, String approval) {}
