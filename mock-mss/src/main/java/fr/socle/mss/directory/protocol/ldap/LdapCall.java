package fr.socle.mss.directory.protocol.ldap;

/**
 * An operation of LDAP: the message given to the checks.
 *
 * @param operation {@code bind}, {@code search}, {@code StartTLS}, …
 * @param base base of a search, else empty
 * @param filter filter of a search, else empty
 * @param result result code, -1 when the operation has no answer
 * @param entries entries sent
 * @param secure whether it came above TLS
 */
public record LdapCall(
    String operation, String base, String filter, int result, int entries, boolean secure) {}
