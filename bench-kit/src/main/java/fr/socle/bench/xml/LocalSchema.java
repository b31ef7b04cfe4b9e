package fr.socle.bench.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * An XML schema and all it imports, read from the class path only: nothing is ever fetched.
 *
 * <p>Immutable: one instance may serve any number of threads.
 */
public final class LocalSchema {
  // A scheme of our own: the JDK is told that no other may be read.
  private static final String SCHEME = "socle";
  private static final String CURRENT_NODE =
      "http://apache.org/xml/properties/dom/current-element-node";

  private final Schema schema;

  private LocalSchema(Schema schema) {
    this.schema = schema;
  }

  /**
   * Compiles schemas that stand as resources beside a class, in one folder. Their imports are
   * resolved by file name in that folder.
   *
   * @param anchor the class beside which the folder stands
   * @param folder the folder, relative to the class; empty for its own package
   * @param names file names of the schemas to start from
   * @throws IllegalStateException when a resource is missing or is no valid schema: both are faults
   *     of the build, not of a message
   */
  public static LocalSchema compile(Class<?> anchor, String folder, String... names) {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, SCHEME);
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) ->
              new Input(resource(anchor, folder, fileName(systemId)), address(systemId)));
      Source[] sources = new Source[names.length];
      for (int i = 0; i < names.length; i++) {
        sources[i] = new StreamSource(resource(anchor, folder, names[i]), address(names[i]));
      }
      return new LocalSchema(factory.newSchema(sources));
    } catch (SAXException e) {
      throw new IllegalStateException("not a valid schema: " + List.of(names), e);
    }
  }

  /**
   * Validates an element and all that is in it.
   *
   * @return what is wrong, in document order; empty when valid
   */
  public List<SchemaFault> validate(XmlElement element) {
    Validator validator = schema.newValidator();
    SchemaFaults faults = new SchemaFaults(() -> current(validator, element));
    validator.setErrorHandler(faults);
    try {
      // The sentences are ours; a fixed language keeps the arguments we read in them stable.
      validator.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
      validator.validate(new DOMSource(element.dom()));
    } catch (SAXException e) {
      faults.stoppedBy(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return faults.found();
  }

  private static XmlElement current(Validator validator, XmlElement root) {
    try {
      Object node = validator.getProperty(CURRENT_NODE);
      return node instanceof Element element ? XmlElement.of(element) : root;
    } catch (SAXException e) {
      return root;
    }
  }

  private static InputStream resource(Class<?> anchor, String folder, String name) {
    String path = folder.isEmpty() ? name : folder + "/" + name;
    InputStream stream = anchor.getResourceAsStream(path);
    if (stream == null) {
      throw new IllegalStateException("no schema resource " + path + " beside " + anchor);
    }
    return stream;
  }

  private static String address(@Nullable String systemId) {
    return SCHEME + ":///" + fileName(systemId);
  }

  private static String fileName(@Nullable String systemId) {
    String path = URI.create(systemId == null ? "" : systemId).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A schema found on the class path, as the JDK wants to be given it. */
  private static final class Input implements LSInput {
    private final InputStream bytes;
    private final String address;

    Input(InputStream bytes, String address) {
      this.bytes = bytes;
      this.address = address;
    }

    @Override
    public InputStream getByteStream() {
      return bytes;
    }

    @Override
    public String getSystemId() {
      return address;
    }

    @Override
    public @Nullable Reader getCharacterStream() {
      return null;
    }

    @Override
    public @Nullable String getStringData() {
      return null;
    }

    @Override
    public @Nullable String getPublicId() {
      return null;
    }

    @Override
    public @Nullable String getBaseURI() {
      return null;
    }

    @Override
    public @Nullable String getEncoding() {
      return null;
    }

    @Override
    public boolean getCertifiedText() {
      return false;
    }

    @Override
    public void setCharacterStream(@Nullable Reader reader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setByteStream(@Nullable InputStream stream) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setStringData(@Nullable String data) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setSystemId(@Nullable String systemId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setPublicId(@Nullable String publicId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setBaseURI(@Nullable String base) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setEncoding(@Nullable String encoding) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setCertifiedText(boolean certified) {
      throw new UnsupportedOperationException();
    }
  }
}
