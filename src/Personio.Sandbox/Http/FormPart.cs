using System.Text;

namespace Personio.Sandbox.Http;

/// <summary>One part of a form.</summary>
internal sealed record FormPart(string Name, string? FileName, string? ContentType, ReadOnlyMemory<byte> Content)
{
    public string Text => Encoding.UTF8.GetString(Content.Span);
}
