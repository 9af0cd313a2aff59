using System.Text;
using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A document of a person or an application.</summary>
internal sealed class DocumentRow : Row
{
    private ReadOnlyMemory<byte>? _content;

    public required string Name { get; set; }

    public DateOnly Date { get; set; }

    public string? Comment { get; set; }

    [JsonPropertyName("category"), JsonConverter(typeof(ReferenceConverter))]
    public required string CategoryId { get; set; }

    [JsonConverter(typeof(ReferenceConverter))]
    public required string Owner { get; init; }

    public required string DocumentType { get; init; }

    public int Size { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary><c>unknown</c>, <c>safe</c>, or <c>unsafe</c>.</summary>
    [JsonConverter(typeof(StatusConverter))]
    public string VirusScan { get; init; } = "safe";

    [JsonPropertyName("esignature"), JsonConverter(typeof(StatusConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Signature { get; init; }

    internal override string? OwnerId => Owner;

    /// <summary>The file name of a download.</summary>
    internal required string FileName { get; set; }

    internal required string ContentType { get; init; }

    /// <summary>The content. For the synthetic company it is generated on first access.</summary>
    internal ReadOnlyMemory<byte> Content
    {
        get => _content ??= Filled(Size, Id);
        init => _content = value;
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
