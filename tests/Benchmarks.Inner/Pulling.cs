using BenchmarkDotNet.Attributes;
using Personio.Client;
using Personio.Models;

namespace Personio.Benchmarks.Inner;

/// <summary>
/// What one object costs from the pages in memory to the pipeline thread: the whole client without a network, and the
/// waiting of the cmdlets without the engine.
/// </summary>
[MemoryDiagnoser]
public class Pulling
{
    private const int Count = 1_000;

    private PersonioSession? _persons;

    [GlobalSetup]
    public async Task Connect() => _persons = await (await Pages.OfAsync(Endpoints.ListPersons)).ConnectAsync();

    [GlobalCleanup]
    public void Disconnect() => _persons?.Dispose();

    [Benchmark(OperationsPerInvoke = Count, Description = "one person of 1,000")]
    public int Persons()
    {
        using var messages = new PipelineLog();
        var client = new PersonioClient(_persons!, messages);
        IAsyncEnumerator<Person> rows = client.ListAsync<Person>(Endpoints.ListPersons.For()).GetAsyncEnumerator();
        int count = 0;
        while (Await(rows.MoveNextAsync(), messages))
        {
            count++;
        }

        rows.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return count == Count ? count : throw new InvalidOperationException($"{count} persons came.");
    }

    // As the base class of the cmdlets does.
    private static bool Await(ValueTask<bool> pending, PipelineLog messages)
    {
        bool result = pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
        while (messages.TryTake(out _))
        {
        }

        return result;
    }
}
