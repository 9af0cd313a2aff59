namespace Personio.Sandbox.Json;

/// <summary>Writes an ID as a reference, <c>{"id":"…"}</c>.</summary>
internal sealed class ReferenceConverter() : WrappingConverter<string>("id")
{
    protected override string Text(string value) => value;
}
