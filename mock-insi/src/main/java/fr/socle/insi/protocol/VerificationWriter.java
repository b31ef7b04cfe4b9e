package fr.socle.insi.protocol;

import fr.socle.bench.soap.SoapStyle;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.soap.SoapWriter;
import fr.socle.insi.service.AnswerForm;
import fr.socle.insi.service.InsiAnswer;
import fr.socle.insi.service.PrefixStyle;
import javax.xml.namespace.QName;

/** Writes the answer of WS_INS3, without any trait: insi.md 4 (A). */
final class VerificationWriter {
  private VerificationWriter() {}

  static byte[] write(InsiAnswer answer, AnswerForm form) {
    return new SoapWriter(SoapVersion.SOAP_12, SoapStyle.plain("soap"))
        .message(
            out -> {
              out.start(name(VerificationContract.root(), form));
              out.start(name("CR", form));
              out.element(name("CodeCR", form), answer.code());
              out.element(name("LibelleCR", form), answer.label());
              out.end().end();
            });
  }

  private static QName name(String local, AnswerForm form) {
    return VerificationContract.answered(
        local, form.prefixes() == PrefixStyle.DEFAULT ? "" : "ns2");
  }
}
