using System.Text;
using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A document of a person or of an application.</summary>
internal sealed class DocumentRow : Row
{
    private ReadOnlyMemory<byte>? _content;

    public required string Owner { get; init; }

    public override string? OwnerId => Owner;

    public required string Name { get; set; }

    /// <summary>What the file is called when it is downloaded.</summary>
    public required string FileName { get; set; }

    public DateOnly Date { get; set; }

    public string? Comment { get; set; }

    public required string CategoryId { get; set; }

    public required string DocumentType { get; init; }

    public required string ContentType { get; init; }

    public int Size { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>unknown, safe or unsafe.</summary>
    public string VirusScan { get; init; } = "safe";

    public string? Signature { get; init; }

    /// <summary>The bytes; those of the synthetic company are made when they are asked for.</summary>
    public ReadOnlyMemory<byte> Content
    {
        get => _content ??= Filled(Size, Id);
        init => _content = value;
    }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.OptionalDay("date", Date);
        json.WriteString("comment", Comment);
        json.Reference("category", CategoryId);
        json.Reference("owner", Owner);
        json.WriteString("document_type", DocumentType);
        json.WriteNumber("size", Size);
        json.WriteString("created_at", JsonText.Instant(CreatedAt));
        WriteStatus(json, "virus_scan", VirusScan);
        if (Signature is not null)
        {
            WriteStatus(json, "esignature", Signature);
        }

        json.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter json, string name, string status)
    {
        json.WriteStartObject(name);
        json.WriteString("status", status);
        json.WriteEndObject();
    }

    private static byte[] Filled(int size, string id)
    {
        byte[] line = Encoding.UTF8.GetBytes($"Dokument {id}: größer, \"x\"\n");
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++)
        {
            bytes[i] = line[i % line.Length];
        }

        return bytes;
    }
}
