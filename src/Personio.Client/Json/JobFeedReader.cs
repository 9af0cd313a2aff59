using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Personio.Models;

namespace Personio.Client.Json;

/// <summary>
/// Reads the XML of the public job feed: each position becomes a row of JSON, which is read as the rows of every other
/// listing.
/// </summary>
internal static class JobFeedReader
{
    private const string Root = "workzag-jobs";
    private const string Row = "position";
    private const int DeepestElement = 16;
    private const int MostCharacters = 32 * 1024 * 1024;

    // It comes from the open internet: nothing in it may make this computer read a file, call an address or expand
    // entities.
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>All positions; the feed has one page.</summary>
    /// <exception cref="JsonException">It is not the feed.</exception>
    public static Page<JobPosting> Page(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(Readable(body.Span)), s_settings);
            return EnvelopeReader.Page<JobPosting>(Encoding.UTF8.GetBytes(
                new JsonObject { ["_data"] = Positions(reader) }.ToJsonString(PersonioJson.Options)));
        }
        catch (XmlException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    // Blanks before the declaration and control characters, which texts pasted from elsewhere bring along, are no XML.
    private static byte[] Readable(ReadOnlySpan<byte> body)
    {
        byte[] xml = body.TrimStart(" \t\r\n"u8).ToArray();
        // UTF-16: there these bytes are halves of letters.
        if (!xml.AsSpan().Contains((byte)0))
        {
            for (int i = 0; i < xml.Length; i++)
            {
                xml[i] = xml[i] < 0x20 && xml[i] is not ((byte)'\t' or (byte)'\r' or (byte)'\n') ? (byte)' ' : xml[i];
            }
        }

        return xml;
    }

    private static JsonArray Positions(XmlReader reader)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != Root)
        {
            throw new JsonException($"A feed was expected, with the root element {Root}.");
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
            else if (reader.LocalName == Row)
            {
                positions.Add(Element(reader) as JsonObject ?? []);
            }
            else
            {
                reader.Skip();
            }
        }

        return positions;
    }

    // An element with elements in it is an object, repeated ones are a list; one without is text, or null where it is
    // empty. Attributes hold nothing.
    private static JsonNode? Element(XmlReader reader)
    {
        if (reader.Depth > DeepestElement)
        {
            throw new JsonException($"The feed is nested deeper than {DeepestElement} elements.");
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
                Add(children ??= [], name, Element(reader));
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
