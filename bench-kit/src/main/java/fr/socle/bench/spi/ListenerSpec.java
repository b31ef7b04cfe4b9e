package fr.socle.bench.spi;

import fr.socle.bench.pki.ServerIdentity;

/**
 * One listener a service needs in each space.
 *
 * @param name name in {@code bench.json} and in the journal, such as {@code insi.certificate}
 * @param service name of the service it belongs to
 * @param offset offset from the port base, for people
 * @param tls transport
 * @param certificate certificate it presents under TLS
 * @param sizeSetting name of the setting of a space that says how many MiB a body may have here;
 *     empty when none does
 * @param scheme scheme of the address of a listener that speaks a protocol of lines, such as {@code
 *     imap}: TLS then begins when the service says so; empty for HTTP
 * @param tellsRevocation whether the bench itself answers here, on the revocation of certificates
 * @param datagrams whether what is said on a connection may also be said by UDP, at the same port
 * @param openedBy name of the setting of a space that opens it by {@code oui}; empty when it always
 *     is open
 */
public record ListenerSpec(
    String name,
    String service,
    int offset,
    Tls tls,
    ServerIdentity certificate,
    String sizeSetting,
    String scheme,
    boolean tellsRevocation,
    boolean datagrams,
    String openedBy) {

  /** A listener whose bodies are limited as all are. */
  public ListenerSpec(
      String name, String service, int offset, Tls tls, ServerIdentity certificate) {
    this(name, service, offset, tls, certificate, "", "", false, false, "");
  }

  /** A listener that presents the ordinary certificate. */
  public ListenerSpec(String name, String service, int offset, Tls tls) {
    this(name, service, offset, tls, ServerIdentity.GOOD);
  }

  /** The same listener, its bodies being limited by a setting of its service, in MiB. */
  public ListenerSpec limitedBy(String setting) {
    return new ListenerSpec(
        name,
        service,
        offset,
        tls,
        certificate,
        setting,
        scheme,
        tellsRevocation,
        datagrams,
        openedBy);
  }

  /** The same listener, speaking a protocol of lines whose addresses have this scheme. */
  public ListenerSpec speaking(String protocol) {
    return new ListenerSpec(
        name,
        service,
        offset,
        tls,
        certificate,
        sizeSetting,
        protocol,
        tellsRevocation,
        datagrams,
        openedBy);
  }

  /** The same listener, where the bench tells the revocation of the certificates of its servers. */
  public ListenerSpec tellingRevocation() {
    return new ListenerSpec(
        name, service, offset, tls, certificate, sizeSetting, scheme, true, datagrams, openedBy);
  }

  /** The same listener, which takes datagrams too. */
  public ListenerSpec takingDatagrams() {
    return new ListenerSpec(
        name,
        service,
        offset,
        tls,
        certificate,
        sizeSetting,
        scheme,
        tellsRevocation,
        true,
        openedBy);
  }

  /** The same listener, only in the spaces where this setting is {@code oui}. */
  public ListenerSpec openedBySetting(String setting) {
    return new ListenerSpec(
        name,
        service,
        offset,
        tls,
        certificate,
        sizeSetting,
        scheme,
        tellsRevocation,
        datagrams,
        setting);
  }

  /** Whether a space has it. */
  public boolean isOpenedBy(Settings settings) {
    return openedBy.isEmpty() || settings.get(openedBy, "").strip().equalsIgnoreCase("oui");
  }

  /** Whether it speaks a protocol of lines. */
  public boolean isOfSessions() {
    return !scheme.isEmpty();
  }

  /** Scheme of its addresses. */
  public String addressScheme() {
    if (isOfSessions()) {
      return scheme;
    }
    return tls == Tls.CLEAR ? "http" : "https";
  }

  /** Transport of a listener. */
  public enum Tls {
    /** Plain HTTP. */
    CLEAR,
    /** TLS, no client certificate asked. */
    SERVER_ONLY,
    /** TLS, client certificate asked but not required. */
    CLIENT_ASKED,
    /** TLS, handshake refused without a valid client certificate. */
    CLIENT_REQUIRED
  }
}
