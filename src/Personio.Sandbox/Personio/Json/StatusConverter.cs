namespace Personio.Sandbox.Json;

/// <summary>Writes a status as an object, <c>{"status":"…"}</c>.</summary>
internal sealed class StatusConverter() : WrappingConverter<string>("status")
{
    protected override string Text(string value) => value;
}
