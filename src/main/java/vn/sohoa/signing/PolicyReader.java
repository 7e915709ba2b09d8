package vn.sohoa.signing;

import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlValue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the validation policy that comes with DSS, by the same annotations as JAXB does but without JAXB: building its context
 * and schema costs 0.7 to 1 s of a cold start. A test holds that both read the same. Stateless.
 */
final class PolicyReader {

    private PolicyReader() {}

    static ConstraintsParameters read(String resource) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = ConstraintsParameters.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no validation policy at " + resource);
            }
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            return (ConstraintsParameters) element(xml, ConstraintsParameters.class);
        } catch (IOException | XMLStreamException | ReflectiveOperationException unreadable) {
            throw new IllegalStateException("the validation policy cannot be read", unreadable);
        }
    }

    /** The element that begins here, as an object of that type; the reader is left at its end. */
    private static Object element(XMLStreamReader xml, Class<?> type)
            throws XMLStreamException, ReflectiveOperationException {
        if (type == String.class) {
            return xml.getElementText();
        }
        Object object = type.getDeclaredConstructor().newInstance();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            Field field = named(type, xml.getAttributeLocalName(i), true);
            field.set(object, simple(field.getType(), xml.getAttributeValue(i)));
        }
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml, object, named(type, xml.getLocalName(), false));
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            }
        }
        Field value = valueOf(type);
        if (value != null) {
            value.set(object, simple(value.getType(), text.toString()));
        } else if (!text.toString().isBlank()) {
            throw new IllegalStateException("text in " + type.getSimpleName());
        }
        return object;
    }

    private static void child(XMLStreamReader xml, Object parent, Field field)
            throws XMLStreamException, ReflectiveOperationException {
        if (field.getType() != List.class) {
            field.set(parent, element(xml, field.getType()));
            return;
        }
        Class<?> type = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        List<Object> values = new ArrayList<>();
        if (field.get(parent) instanceof List<?> before) {
            values.addAll(before);
        }
        values.add(element(xml, type));
        field.set(parent, values);
    }

    private static Field named(Class<?> type, String name, boolean attribute) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (name.equals(attribute ? attribute(field) : elementName(field))) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new IllegalStateException("unknown in the policy: " + name + " of " + type.getSimpleName());
    }

    private static @Nullable String attribute(Field field) {
        XmlAttribute attribute = field.getAnnotation(XmlAttribute.class);
        if (attribute == null) {
            return null;
        }
        return attribute.name().equals("##default") ? field.getName() : attribute.name();
    }

    private static @Nullable String elementName(Field field) {
        XmlElement element = field.getAnnotation(XmlElement.class);
        if (element == null) {
            return null;
        }
        return element.name().equals("##default") ? field.getName() : element.name();
    }

    private static @Nullable Field valueOf(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(XmlValue.class)) {
                field.setAccessible(true);
                return field;
            }
        }
        return null;
    }

    private static Object simple(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == Integer.class || type == int.class) {
            return Integer.valueOf(text.strip());
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
        }
        throw new IllegalStateException("a value of the policy: " + text + " as " + type.getSimpleName());
    }
}
