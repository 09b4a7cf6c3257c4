### The prompts that are answered in words: their questions, hints and names inside a sentence.
