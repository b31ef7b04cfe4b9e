package fr.socle.psc.protocol;

/**
 * The form of a login page, filled in by a person or a script.
 *
 * @param login how the login ended
 */
public record LoginMessage(Login login) {}
