using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Personio.Models;

namespace Personio.Client.Json;

/// <summary>
/// Reads the XML of the public job feed. Each position is converted to a JSON row, which is then read like the rows of
/// every other listing.
/// </summary>
internal static class JobFeedReader
{
    private const string RootElement = "workzag-jobs";
    private const string PositionElement = "position";
    private const int MaxDepth = 16;
    private const int MaxCharacters = 32 * 1024 * 1024;

    // The feed comes from the open internet: it must not make this computer read a file, call a URL or expand entities.
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads all positions; the feed has one page.</summary>
    /// <exception cref="JsonException">The body is not a job feed.</exception>
    public static Page<JobPosting> ReadPage(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(SkipInvalid(body.Span)), s_settings);
            return EnvelopeReader.ReadPage<JobPosting>(Encoding.UTF8.GetBytes(
                new JsonObject { ["_data"] = ReadPositions(reader) }.ToJsonString(PersonioJson.Options)));
        }
        catch (XmlException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    // White space before the declaration, and control characters in pasted text, are not valid XML.
    private static byte[] SkipInvalid(ReadOnlySpan<byte> body)
    {
        byte[] xml = body.TrimStart(" \t\r\n"u8).ToArray();
        // In UTF-16, these bytes are halves of characters.
        if (!xml.AsSpan().Contains((byte)0))
        {
            for (int i = 0; i < xml.Length; i++)
            {
                xml[i] = xml[i] < 0x20 && xml[i] is not ((byte)'\t' or (byte)'\r' or (byte)'\n') ? (byte)' ' : xml[i];
            }
        }

        return xml;
    }

    private static JsonArray ReadPositions(XmlReader reader)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != RootElement)
        {
            throw new JsonException($"A feed was expected, with the root element {RootElement}.");
        }

        var positions = new JsonArray();
        bool isEmpty = reader.IsEmptyElement;
        reader.Read();
        while (!isEmpty && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName == PositionElement)
            {
                positions.Add(ReadElement(reader) as JsonObject ?? []);
            }
            else
            {
                reader.Skip();
            }
        }

        return positions;
    }

    // An element with child elements becomes an object, repeated children become a list; an element without children
    // becomes text, or null if it is empty. Attributes carry no data.
    private static JsonNode? ReadElement(XmlReader reader)
    {
        if (reader.Depth > MaxDepth)
        {
            throw new JsonException($"The feed is nested deeper than {MaxDepth} elements.");
        }

        JsonObject? children = null;
        var text = new StringBuilder();
        bool isEmpty = reader.IsEmptyElement;
        reader.Read();
        while (!isEmpty && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                string name = reader.LocalName;
                Add(children ??= [], name, ReadElement(reader));
            }
            else
            {
                text.Append(reader.Value);
                reader.Read();
            }
        }

        if (!isEmpty)
        {
            reader.Read();
        }

        return children ?? (JsonNode?)(string.IsNullOrWhiteSpace(text.ToString()) ? null : text.ToString().Trim());
    }

    private static void Add(JsonObject parent, string name, JsonNode? value)
    {
        if (!parent.Remove(name, out JsonNode? before) || before is null)
        {
            parent[name] = value;
            return;
        }

        JsonArray all = before as JsonArray ?? [before];
        all.Add(value);
        parent[name] = all;
    }
}
