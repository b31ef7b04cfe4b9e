package fr.socle.documents.xdm;

/**
 * Who makes an archive, as its README tells it (mssante.md 2.4).
 *
 * @param organisation who sends
 * @param address postal address and telephone, one line
 * @param software name of the software
 * @param version its version
 * @param editor who makes it
 */
public record XdmSender(
    String organisation, String address, String software, String version, String editor) {}
